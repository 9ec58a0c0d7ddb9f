-- 0001-first-ledger.sql: the first schema of a ledger
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Money is an integer count of fen. A day is an integer counted from 1 = 0001-01-01, 0 where none
-- is known; date (due_on + 1721424.5) shows it. A text is '' where nothing is known. A reference
-- that may be absent is NULL. What is open and what is unapplied is stored as of the last entry,
-- kept right by triggers; on an earlier day it is that much more which was allocated since.

PRAGMA application_id = 1095914067; -- "ARRS"

-- The user's own firm: at most one row.
CREATE TABLE company (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  name         TEXT NOT NULL,
  uscc         TEXT NOT NULL,
  address      TEXT NOT NULL,
  phone        TEXT NOT NULL,
  contact      TEXT NOT NULL,
  bank         TEXT NOT NULL,
  bank_account TEXT NOT NULL
) STRICT;

CREATE TABLE customer (
  id               INTEGER PRIMARY KEY,
  code             TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name             TEXT NOT NULL CHECK (name <> ''),
  uscc             TEXT NOT NULL,
  address          TEXT NOT NULL,
  terms_days       INTEGER NOT NULL CHECK (terms_days BETWEEN -1 AND 36500), -- -1: none agreed
  credit_limit_fen INTEGER NOT NULL CHECK (credit_limit_fen >= 0),           -- 0: none set
  industry         TEXT NOT NULL,
  grade            TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C'))
) STRICT;

CREATE INDEX customer_by_name ON customer (name);
CREATE INDEX customer_graded ON customer (id, grade) WHERE grade <> 'B';

-- The person named for payment: for now one of each customer, held to by the index alone.
CREATE TABLE contact (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name        TEXT NOT NULL,
  phone       TEXT NOT NULL,
  email       TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX contact_of_customer ON contact (customer_id);

CREATE TABLE contract (
  id            INTEGER PRIMARY KEY,
  customer_id   INTEGER NOT NULL REFERENCES customer (id),
  number        TEXT NOT NULL CHECK (number <> ''),
  title         TEXT NOT NULL,
  signed_on     INTEGER NOT NULL CHECK (signed_on BETWEEN 0 AND 3652059),
  charge_clause TEXT NOT NULL,
  charge_terms  TEXT NOT NULL, -- daily:0.0005 and the like; '': nothing agreed
  grace_days    INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 36500),
  charge_cap    TEXT NOT NULL, -- a rate of the principal; '': none
  UNIQUE (customer_id, number),
  UNIQUE (id, customer_id)     -- for the reference from invoice
) STRICT;

CREATE TABLE invoice (
  id              INTEGER PRIMARY KEY,
  customer_id     INTEGER NOT NULL REFERENCES customer (id),
  contract_id     INTEGER,
  number          TEXT NOT NULL UNIQUE CHECK (number <> ''),
  fapiao_number   TEXT NOT NULL,
  order_number    TEXT NOT NULL,
  delivery_number TEXT NOT NULL,
  issued_on       INTEGER NOT NULL CHECK (issued_on BETWEEN 1 AND 3652059),
  delivered_on    INTEGER NOT NULL CHECK (delivered_on BETWEEN 0 AND 3652059),
  due_on          INTEGER NOT NULL CHECK (due_on BETWEEN 1 AND 3652059),
  amount_fen      INTEGER NOT NULL CHECK (amount_fen > 0),
  open_fen        INTEGER NOT NULL CHECK (open_fen BETWEEN 0 AND amount_fen),
  note            TEXT NOT NULL,
  FOREIGN KEY (contract_id, customer_id) REFERENCES contract (id, customer_id)
) STRICT;

-- One for each order of the list; issued_on in all of them lets the past leave out what was not
-- yet issued without a look at the table.
CREATE INDEX invoice_of_customer ON invoice (customer_id, issued_on);
CREATE INDEX invoice_by_issue ON invoice (issued_on);
CREATE INDEX invoice_by_due ON invoice (due_on, issued_on);
CREATE INDEX invoice_by_amount ON invoice (amount_fen, issued_on);
CREATE INDEX invoice_by_open ON invoice (open_fen, issued_on);

-- All that aging and the lists of open invoices read: the open items alone, by account.
CREATE INDEX invoice_open ON invoice (customer_id, due_on, id, issued_on, amount_fen, open_fen)
  WHERE open_fen > 0;

-- Money received, and credit notes: what lowers a balance.
CREATE TABLE receipt (
  id            INTEGER PRIMARY KEY,
  customer_id   INTEGER NOT NULL REFERENCES customer (id),
  kind          TEXT NOT NULL CHECK (kind IN ('receipt', 'credit_note')),
  received_on   INTEGER NOT NULL CHECK (received_on BETWEEN 1 AND 3652059),
  amount_fen    INTEGER NOT NULL CHECK (amount_fen > 0),
  unapplied_fen INTEGER NOT NULL CHECK (unapplied_fen BETWEEN 0 AND amount_fen),
  reference     TEXT NOT NULL, -- of the bank, or the number of the credit note
  note          TEXT NOT NULL,
  CHECK (kind = 'receipt' OR reference <> '')
) STRICT;

CREATE UNIQUE INDEX credit_note_number ON receipt (reference) WHERE kind = 'credit_note';
CREATE INDEX receipt_of_customer ON receipt (customer_id, received_on);
CREATE INDEX receipt_by_day ON receipt (received_on);
CREATE INDEX receipt_unapplied ON receipt (customer_id, received_on, unapplied_fen)
  WHERE unapplied_fen > 0;

-- Which part of a receipt or credit note pays which invoice.
CREATE TABLE allocation (
  id           INTEGER PRIMARY KEY,
  receipt_id   INTEGER NOT NULL REFERENCES receipt (id),
  invoice_id   INTEGER NOT NULL REFERENCES invoice (id),
  allocated_on INTEGER NOT NULL CHECK (allocated_on BETWEEN 1 AND 3652059),
  amount_fen   INTEGER NOT NULL CHECK (amount_fen > 0)
) STRICT;

CREATE INDEX allocation_of_invoice ON allocation (invoice_id, allocated_on, amount_fen);
CREATE INDEX allocation_of_receipt ON allocation (receipt_id, allocated_on, amount_fen);
CREATE INDEX allocation_by_day ON allocation (allocated_on, invoice_id, receipt_id, amount_fen);

CREATE TRIGGER allocation_fits BEFORE INSERT ON allocation
BEGIN
  SELECT RAISE (ABORT, 'the invoice and the receipt are of different customers or of later days')
    FROM invoice CROSS JOIN receipt
   WHERE invoice.id = NEW.invoice_id AND receipt.id = NEW.receipt_id
     AND (invoice.customer_id <> receipt.customer_id
          OR NEW.allocated_on < invoice.issued_on OR NEW.allocated_on < receipt.received_on);
END;

CREATE TRIGGER allocation_made AFTER INSERT ON allocation
BEGIN
  UPDATE invoice SET open_fen = open_fen - NEW.amount_fen WHERE id = NEW.invoice_id;
  UPDATE receipt SET unapplied_fen = unapplied_fen - NEW.amount_fen WHERE id = NEW.receipt_id;
END;

CREATE TRIGGER allocation_taken_back AFTER DELETE ON allocation
BEGIN
  UPDATE invoice SET open_fen = open_fen + OLD.amount_fen WHERE id = OLD.invoice_id;
  UPDATE receipt SET unapplied_fen = unapplied_fen + OLD.amount_fen WHERE id = OLD.receipt_id;
END;

CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation
BEGIN
  SELECT RAISE (ABORT, 'an allocation is taken back and made anew, never changed');
END;

-- Documents as they were issued, byte for byte. A number is a series (CK-2026) and a running
-- number without gaps.
CREATE TABLE document (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind <> ''),
  number      TEXT NOT NULL CHECK (number = printf ('%s-%04d', series, running)),
  series      TEXT NOT NULL GENERATED ALWAYS AS (substr (number, 1, 7)) VIRTUAL,
  running     INTEGER NOT NULL GENERATED ALWAYS AS (CAST (substr (number, 9) AS INTEGER)) VIRTUAL
              CHECK (running > 0),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  issued_on   INTEGER NOT NULL CHECK (issued_on BETWEEN 1 AND 3652059),
  pay_by      INTEGER NOT NULL CHECK (pay_by BETWEEN 0 AND 3652059),
  claimed_fen INTEGER NOT NULL,
  charge_fen  INTEGER NOT NULL,
  n_pages     INTEGER NOT NULL CHECK (n_pages BETWEEN 0 AND 1000000),
  is_signed   INTEGER NOT NULL CHECK (is_signed IN (0, 1)),
  sha256      TEXT NOT NULL CHECK (length (sha256) = 64),
  bytes       BLOB NOT NULL,
  UNIQUE (series, running)
) STRICT;

CREATE INDEX document_of_customer ON document (customer_id, issued_on);
CREATE INDEX document_by_issue ON document (issued_on);
CREATE INDEX document_by_claimed ON document (claimed_fen);
CREATE INDEX document_of_kind ON document (kind, customer_id, issued_on);

-- The invoices that a document claims.
CREATE TABLE document_invoice (
  document_id INTEGER NOT NULL REFERENCES document (id),
  invoice_id  INTEGER NOT NULL REFERENCES invoice (id),
  PRIMARY KEY (document_id, invoice_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_of_invoice ON document_invoice (invoice_id);

CREATE TRIGGER document_follows BEFORE INSERT ON document
BEGIN
  SELECT RAISE (ABORT, 'the number of the document leaves a gap')
   WHERE CAST (substr (NEW.number, 9) AS INTEGER)
         > 1 + (SELECT coalesce (max (running), 0) FROM document
                 WHERE series = substr (NEW.number, 1, 7));
END;

CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN
  SELECT RAISE (ABORT, 'a document that was issued is never changed');
END;

CREATE TRIGGER document_remains BEFORE DELETE ON document
BEGIN
  SELECT RAISE (ABORT, 'a document that was issued is never removed');
END;

CREATE TRIGGER document_invoice_stays BEFORE UPDATE ON document_invoice
BEGIN
  SELECT RAISE (ABORT, 'what a document claims is never changed');
END;

CREATE TRIGGER document_invoice_remains BEFORE DELETE ON document_invoice
BEGIN
  SELECT RAISE (ABORT, 'what a document claims is never removed');
END;

-- What happened, in a chain: hash covers every other column, previous_hash among them. The
-- setting "log_head" holds the number of entries and the last hash, so that a lost end is seen.
CREATE TABLE log_entry (
  id             INTEGER PRIMARY KEY CHECK (id > 0), -- 1, 2, 3 ... without gaps
  at             INTEGER NOT NULL,                   -- seconds since 1970-01-01 UTC
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1440 AND 1440),
  kind           TEXT NOT NULL CHECK (kind <> ''),
  customer_id    INTEGER REFERENCES customer (id),
  subject        TEXT NOT NULL,
  day            INTEGER NOT NULL CHECK (day BETWEEN 0 AND 3652059),
  amount_fen     INTEGER NOT NULL,
  note           TEXT NOT NULL,
  previous_hash  TEXT NOT NULL,
  hash           TEXT NOT NULL CHECK (length (hash) = 64)
) STRICT;

CREATE INDEX log_entry_of_customer ON log_entry (customer_id);

CREATE TRIGGER log_entry_stays BEFORE UPDATE ON log_entry
BEGIN
  SELECT RAISE (ABORT, 'an entry of the log is never changed');
END;

CREATE TRIGGER log_entry_remains BEFORE DELETE ON log_entry
BEGIN
  SELECT RAISE (ABORT, 'an entry of the log is never removed');
END;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers and notes of invoices in overlapping pairs of characters, as arrears-search-terms cuts
-- them: a Chinese text has no blanks to cut it at. Holds row numbers alone; rowid = invoice.id.
CREATE VIRTUAL TABLE invoice_search
  USING fts5 (terms, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
