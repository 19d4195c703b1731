package scale;

/** How many rows there are of each table. */
enum Size {
  XS(10, 50, 5, 200),
  S(1_000, 5_000, 100, 20_000),
  M(10_000, 100_000, 1_000, 500_000),
  L(100_000, 1_000_000, 10_000, 5_000_000),
  XL(10_000, 100_000, 1_000, 99_889_000);

  final int authors;
  final int books;
  final int salespersons;
  final int sales;

  Size(int authors, int books, int salespersons, int sales) {
    this.authors = authors;
    this.books = books;
    this.salespersons = salespersons;
    this.sales = sales;
  }

  int rows() {
    return authors + books + salespersons + sales;
  }
}
