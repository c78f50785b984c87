-- Room in the pages of rows that are written twice in one transaction, first to claim them: so the second version needs no new entry in the index.
ALTER TABLE events SET (fillfactor = 90);
ALTER TABLE orders SET (fillfactor = 40);
