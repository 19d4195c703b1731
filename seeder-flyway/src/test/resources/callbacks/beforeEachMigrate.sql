set search_path to pg_catalog;
