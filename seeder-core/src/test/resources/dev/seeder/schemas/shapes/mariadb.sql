-- Tables of unusual shapes: very wide, of one column, of defaults only, without a key, of one row,
-- and of as few rows as there are codes.

-- 120 columns.
create table loan_application (
  id integer primary key,
  application_no varchar(60) not null,
  external_id uuid not null,
  status varchar(60) not null,
  channel char(3),
  priority tinyint not null,
  submitted_at datetime not null,
  decided_at datetime,
  expires_on date,
  applicant_first_name varchar(60) not null,
  applicant_last_name varchar(60) not null,
  applicant_birth_name varchar(60),
  applicant_title varchar(60),
  applicant_gender char(1),
  applicant_birth_date date not null,
  applicant_birth_place varchar(60),
  applicant_nationality char(3) not null,
  applicant_marital_status varchar(60),
  applicant_children tinyint not null,
  applicant_email varchar(120) not null,
  applicant_phone varchar(60),
  applicant_mobile varchar(60),
  applicant_iban varchar(60),
  applicant_street varchar(120) not null,
  applicant_house_no varchar(60),
  applicant_postal_code varchar(60) not null,
  applicant_city varchar(60) not null,
  applicant_region varchar(60),
  applicant_country char(3) not null,
  applicant_latitude double,
  applicant_longitude double,
  lives_there_since date,
  owns_home boolean not null,
  previous_street varchar(120),
  previous_city varchar(60),
  previous_postal_code varchar(60),
  previous_country char(3),
  employer_name varchar(120),
  employer_street varchar(120),
  employer_city varchar(60),
  employer_country char(3),
  employed_since date,
  employed_until date,
  job_title varchar(60),
  occupation_code char(3),
  self_employed boolean not null,
  working_hours decimal(6, 4),
  net_income decimal(12, 2) not null,
  gross_income decimal(12, 2) not null,
  other_income decimal(12, 2),
  rent_paid decimal(12, 2),
  insurance_paid decimal(12, 2),
  alimony_paid decimal(12, 2),
  living_costs decimal(12, 2),
  savings decimal(12, 2),
  securities_value decimal(12, 2),
  property_value decimal(12, 2),
  other_loans tinyint,
  other_loans_total decimal(12, 2),
  credit_card_limit decimal(12, 2),
  credit_score smallint unsigned,
  score_version tinyint,
  score_probability double,
  score_weight float,
  score_details json,
  scored_at datetime(3),
  partner_first_name varchar(60),
  partner_last_name varchar(60),
  partner_birth_date date,
  partner_email varchar(120),
  partner_income decimal(12, 2),
  partner_consents boolean,
  loan_amount decimal(12, 2) not null,
  loan_currency char(3) not null,
  loan_purpose varchar(60) not null,
  loan_term_months smallint unsigned not null,
  nominal_rate decimal(6, 4) not null,
  effective_rate decimal(6, 4) not null,
  monthly_payment decimal(12, 2) not null,
  first_payment_on date not null,
  last_payment_on date not null,
  payment_day tinyint not null,
  payout_time time,
  grace_period time,
  collateral_kind varchar(60),
  collateral_value decimal(12, 2),
  collateral_year smallint unsigned,
  collateral_description text,
  collateral_document varbinary(64),
  vehicle_make varchar(60),
  vehicle_model varchar(60),
  vehicle_vin varchar(60),
  vehicle_mileage integer,
  vehicle_price decimal(12, 2),
  consent_privacy boolean not null,
  consent_marketing boolean not null,
  consent_score boolean not null,
  consented_at datetime(3) not null,
  consent_ip varchar(60),
  identified_by varchar(60),
  identified_on date,
  document_kind varchar(60),
  document_number varchar(60),
  document_expires_on date,
  document_scan varbinary(64),
  agent_name varchar(60),
  agent_number integer,
  agent_commission decimal(12, 2),
  branch_number smallint unsigned,
  reference_number bigint unsigned not null,
  checksum varbinary(64),
  attachments integer not null,
  tags text,
  answers json,
  remarks text,
  row_version integer not null,
  created_by varchar(60) not null,
  created_at datetime(3) not null,
  changed_by varchar(60),
  changed_at datetime(3),
  check (last_payment_on > first_payment_on),
  check (payment_day between 1 and 28)
);

-- Only a number that the database gives.
create table ticket_number (
  id bigint auto_increment primary key
);

-- Only defaults.
create table heartbeat (
  beat_at datetime default current_timestamp not null,
  source varchar(20) default 'scheduler' not null,
  attempts integer default 0 not null,
  healthy boolean default true
);

-- No key at all: the same row may be there twice.
create table page_view (
  path varchar(200) not null,
  viewed_at datetime not null,
  referrer varchar(200),
  application_id integer references loan_application (id) on delete set null
);

-- At most 1 row.
create table company_settings (
  id integer default 1 primary key check (id = 1),
  company_name varchar(80) not null,
  default_currency char(3) not null,
  next_invoice_no integer default 1 not null
);

-- At most 1 row, said by a boolean that must be true.
create table maintenance_window (
  only_one boolean default true not null primary key check (only_one),
  starts_at datetime,
  message varchar(200)
);

-- At most 3 rows.
create table risk_class (
  code char(1) primary key check (code in ('A', 'B', 'C')),
  label varchar(40) not null unique
);

-- At most 6 rows: two codes, of three and of two values.
create table risk_limit (
  risk_code char(1) not null references risk_class (code),
  customer_kind varchar(8) not null check (customer_kind in ('private', 'business')),
  max_amount numeric(12, 2) not null check (max_amount > 0),
  primary key (risk_code, customer_kind)
);

-- Many rows, that all refer to the few.
create table risk_assessment (
  id bigint auto_increment primary key,
  application_id integer not null unique references loan_application (id),
  risk_code char(1) not null,
  customer_kind varchar(8) not null,
  settings_id integer default 1 not null references company_settings (id),
  assessed_on date not null,
  foreign key (risk_code, customer_kind) references risk_limit (risk_code, customer_kind)
);

-- At most 2 rows: a boolean is the key.
create table consent_text (
  given boolean not null,
  shown_text varchar(400) not null,
  unique (given)
);

-- One column, which is text, and its own key.
create table blocked_word (
  word varchar(40) primary key
);

-- One column that takes NULL, and nothing else.
create table scratch (
  anything varchar(100)
);
