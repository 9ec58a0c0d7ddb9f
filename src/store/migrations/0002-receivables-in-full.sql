-- 0002-receivables-in-full.sql: what was known when, registers, policies, vouchers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each entry bears two days: its own (issued_on, received_on, from_on ...), which the rules count
-- by, and recorded_on, the day on which it was entered. A question about a past day is answered
-- with what had been entered by then; so nothing is ever removed: what no longer holds is ended or
-- undone on a day (0: it holds). An older ledger did not note when: its entries count as entered
-- on their own days.

-- An invoice that was split leaves its parts behind (whole_id), each an open item of its own.
ALTER TABLE invoice ADD COLUMN recorded_on INTEGER NOT NULL DEFAULT 0
  CHECK (recorded_on BETWEEN 0 AND 3652059);
ALTER TABLE invoice ADD COLUMN whole_id INTEGER REFERENCES invoice (id);
ALTER TABLE invoice ADD COLUMN policy_id INTEGER REFERENCES policy (id); -- NULL: its customer's
ALTER TABLE invoice ADD COLUMN ended_on INTEGER NOT NULL DEFAULT 0
  CHECK (ended_on BETWEEN 0 AND 3652059 AND (ended_on = 0 OR open_fen = 0));
ALTER TABLE invoice ADD COLUMN ended_how TEXT NOT NULL DEFAULT ''
  CHECK (ended_how IN ('', 'split', 'voided') AND (ended_how = '') = (ended_on = 0));
ALTER TABLE invoice ADD COLUMN ended_note TEXT NOT NULL DEFAULT '';
UPDATE invoice SET recorded_on = issued_on;

CREATE INDEX invoice_of_whole ON invoice (whole_id) WHERE whole_id IS NOT NULL;
CREATE INDEX invoice_of_policy ON invoice (policy_id, issued_on) WHERE policy_id IS NOT NULL;
CREATE INDEX invoice_recorded ON invoice (recorded_on);

-- Once more one for each order of the list, which leaves out what has ended; and all that is open.
DROP INDEX invoice_of_customer;
DROP INDEX invoice_by_issue;
DROP INDEX invoice_by_due;
DROP INDEX invoice_by_amount;
DROP INDEX invoice_by_open;
DROP INDEX invoice_open;
CREATE INDEX invoice_of_customer ON invoice (customer_id, ended_on, issued_on);
CREATE INDEX invoice_by_issue ON invoice (ended_on, issued_on);
CREATE INDEX invoice_by_due ON invoice (ended_on, due_on, issued_on);
CREATE INDEX invoice_by_amount ON invoice (ended_on, amount_fen, issued_on);
CREATE INDEX invoice_by_open ON invoice (ended_on, open_fen, issued_on);
CREATE INDEX invoice_open
  ON invoice (customer_id, due_on, id, issued_on, recorded_on, amount_fen, open_fen)
  WHERE open_fen > 0;

ALTER TABLE customer ADD COLUMN recorded_on INTEGER NOT NULL DEFAULT 0
  CHECK (recorded_on BETWEEN 0 AND 3652059);
ALTER TABLE customer ADD COLUMN owner TEXT NOT NULL DEFAULT ''; -- who looks after the account
ALTER TABLE customer ADD COLUMN policy_id INTEGER REFERENCES policy (id); -- NULL: its grade's

CREATE INDEX customer_recorded ON customer (recorded_on);
DROP INDEX customer_graded;
CREATE INDEX customer_special ON customer (id, grade, policy_id, credit_limit_fen)
  WHERE grade <> 'B' OR policy_id IS NOT NULL OR credit_limit_fen > 0;

-- Which part of one debt a payment pays first, where that is agreed; '': the ledger's rule.
ALTER TABLE customer ADD COLUMN payment_order TEXT NOT NULL DEFAULT ''
  CHECK (payment_order IN ('', 'principal_first', 'statutory'));
ALTER TABLE contract ADD COLUMN recorded_on INTEGER NOT NULL DEFAULT 0
  CHECK (recorded_on BETWEEN 0 AND 3652059);
ALTER TABLE contract ADD COLUMN payment_order TEXT NOT NULL DEFAULT ''
  CHECK (payment_order IN ('', 'principal_first', 'statutory'));

-- The person named for payment has position 0; others may be spoken to as well.
ALTER TABLE contact ADD COLUMN position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0);
ALTER TABLE contact ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN is_stopped INTEGER NOT NULL DEFAULT 0 CHECK (is_stopped IN (0, 1));
DROP INDEX contact_of_customer;
CREATE UNIQUE INDEX contact_of_customer ON contact (customer_id, position);

-- Write-offs lower a balance as credit notes do; a receipt is voided, never removed.
CREATE TABLE new_receipt (
  id            INTEGER PRIMARY KEY,
  customer_id   INTEGER NOT NULL REFERENCES customer (id),
  kind          TEXT NOT NULL CHECK (kind IN ('receipt', 'credit_note', 'write_off')),
  received_on   INTEGER NOT NULL CHECK (received_on BETWEEN 1 AND 3652059),
  recorded_on   INTEGER NOT NULL CHECK (recorded_on BETWEEN 0 AND 3652059),
  amount_fen    INTEGER NOT NULL CHECK (amount_fen > 0),
  unapplied_fen INTEGER NOT NULL CHECK (unapplied_fen BETWEEN 0 AND amount_fen),
  reference     TEXT NOT NULL, -- of the bank, the number of the credit note, why it is written off
  note          TEXT NOT NULL,
  voided_on     INTEGER NOT NULL DEFAULT 0 CHECK (voided_on BETWEEN 0 AND 3652059),
  void_reason   TEXT NOT NULL DEFAULT '' CHECK ((void_reason = '') = (voided_on = 0)),
  CHECK (kind = 'receipt' OR reference <> ''),
  CHECK (voided_on = 0 OR unapplied_fen = 0)
) STRICT;

INSERT INTO new_receipt (id, customer_id, kind, received_on, recorded_on, amount_fen,
                         unapplied_fen, reference, note)
  SELECT id, customer_id, kind, received_on, received_on, amount_fen, unapplied_fen, reference, note
    FROM receipt;

-- Which part of a receipt pays what: the principal of an invoice, the late charge on it or the
-- costs of enforcing it, or, back to the customer, nothing. Only principal lowers what is open.
CREATE TABLE new_allocation (
  id           INTEGER PRIMARY KEY,
  receipt_id   INTEGER NOT NULL REFERENCES receipt (id),
  invoice_id   INTEGER REFERENCES invoice (id),
  part         TEXT NOT NULL CHECK (part IN ('principal', 'charge', 'cost', 'refund')),
  allocated_on INTEGER NOT NULL CHECK (allocated_on BETWEEN 1 AND 3652059),
  recorded_on  INTEGER NOT NULL CHECK (recorded_on BETWEEN 0 AND 3652059),
  undone_on    INTEGER NOT NULL DEFAULT 0 CHECK (undone_on BETWEEN 0 AND 3652059),
  amount_fen   INTEGER NOT NULL CHECK (amount_fen > 0),
  note         TEXT NOT NULL DEFAULT '',
  CHECK ((part = 'refund') = (invoice_id IS NULL))
) STRICT;

INSERT INTO new_allocation (id, receipt_id, invoice_id, part, allocated_on, recorded_on, amount_fen)
  SELECT id, receipt_id, invoice_id, 'principal', allocated_on, allocated_on, amount_fen
    FROM allocation;

DROP TABLE allocation;
DROP TABLE receipt;
ALTER TABLE new_receipt RENAME TO receipt;
ALTER TABLE new_allocation RENAME TO allocation;

CREATE UNIQUE INDEX credit_note_number ON receipt (reference)
  WHERE kind = 'credit_note' AND voided_on = 0;
CREATE INDEX receipt_of_customer ON receipt (customer_id, received_on);
CREATE INDEX receipt_by_day ON receipt (received_on);
CREATE INDEX receipt_recorded ON receipt (recorded_on);
CREATE INDEX receipt_unapplied ON receipt (customer_id, received_on, recorded_on, unapplied_fen)
  WHERE unapplied_fen > 0;
CREATE INDEX receipt_voided ON receipt (voided_on) WHERE voided_on > 0;

CREATE INDEX allocation_of_invoice
  ON allocation (invoice_id, allocated_on, recorded_on, undone_on, part, amount_fen);
CREATE INDEX allocation_of_receipt
  ON allocation (receipt_id, allocated_on, recorded_on, undone_on, amount_fen);
CREATE INDEX allocation_by_day ON allocation (allocated_on);
CREATE INDEX allocation_recorded ON allocation (recorded_on);
CREATE INDEX allocation_undone ON allocation (undone_on) WHERE undone_on > 0;

CREATE TRIGGER allocation_fits BEFORE INSERT ON allocation
BEGIN
  SELECT RAISE (ABORT, 'the invoice and the receipt are of different customers or of later days')
    FROM receipt LEFT JOIN invoice ON invoice.id = NEW.invoice_id
   WHERE receipt.id = NEW.receipt_id
     AND (invoice.customer_id <> receipt.customer_id OR invoice.ended_on > 0
          OR receipt.voided_on > 0
          OR NEW.allocated_on < invoice.issued_on OR NEW.allocated_on < receipt.received_on);
END;

CREATE TRIGGER allocation_made AFTER INSERT ON allocation
BEGIN
  UPDATE invoice SET open_fen = open_fen - NEW.amount_fen
   WHERE id = NEW.invoice_id AND NEW.part = 'principal';
  UPDATE receipt SET unapplied_fen = unapplied_fen - NEW.amount_fen WHERE id = NEW.receipt_id;
END;

CREATE TRIGGER allocation_undone AFTER UPDATE OF undone_on ON allocation
BEGIN
  UPDATE invoice SET open_fen = open_fen + NEW.amount_fen
   WHERE id = NEW.invoice_id AND NEW.part = 'principal';
  UPDATE receipt SET unapplied_fen = unapplied_fen + NEW.amount_fen WHERE id = NEW.receipt_id;
END;

CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation
  WHEN OLD.undone_on <> 0 OR NEW.undone_on = 0 OR NEW.id <> OLD.id
    OR NEW.receipt_id <> OLD.receipt_id OR NEW.invoice_id IS NOT OLD.invoice_id
    OR NEW.part <> OLD.part OR NEW.allocated_on <> OLD.allocated_on
    OR NEW.recorded_on <> OLD.recorded_on OR NEW.amount_fen <> OLD.amount_fen
BEGIN
  SELECT RAISE (ABORT, 'an allocation is undone and made anew, never changed');
END;

CREATE TRIGGER allocation_remains BEFORE DELETE ON allocation
BEGIN
  SELECT RAISE (ABORT, 'an allocation is undone, never removed');
END;

-- What a field of a record, or a setting, held before it was changed on a day: so it can be read
-- as it was. The first change after a day tells what held on it.
CREATE TABLE change (
  id          INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL CHECK (subject IN ('customer', 'contract', 'invoice', 'setting')),
  subject_id  INTEGER NOT NULL, -- 0 for a setting
  field       TEXT NOT NULL CHECK (field <> ''),
  before      ANY,
  recorded_on INTEGER NOT NULL CHECK (recorded_on BETWEEN 0 AND 3652059)
) STRICT;

CREATE INDEX change_by_day ON change (subject, recorded_on);
CREATE INDEX change_of_subject ON change (subject, subject_id, recorded_on);

-- The registers. An entry counts from from_on, was entered on recorded_on and ends, if at all, on
-- ended_on; ended_how says how. Only the ending is ever written later.

-- A customer contests an invoice, in whole or in part.
CREATE TABLE dispute (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER NOT NULL REFERENCES invoice (id),
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  reason      TEXT NOT NULL,
  review_on   INTEGER NOT NULL CHECK (review_on BETWEEN 1 AND 3652059),
  note        TEXT NOT NULL,
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'credited', 'rejected', 'withdrawn')),
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

-- Collection rests: for one invoice, or (invoice_id NULL) for the whole account.
CREATE TABLE pause (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER REFERENCES invoice (id),
  kind        TEXT NOT NULL CHECK (kind IN ('agreed', 'hardship', 'force_majeure')),
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  until_on    INTEGER NOT NULL CHECK (until_on >= from_on), -- the day of review
  reason      TEXT NOT NULL CHECK (reason <> ''),
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '',
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE promise (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER REFERENCES invoice (id), -- NULL: for the whole account
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059), -- when it was given
  due_on      INTEGER NOT NULL CHECK (due_on >= from_on),
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  promised_by TEXT NOT NULL,
  channel     TEXT NOT NULL,
  note        TEXT NOT NULL,
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0, -- before it was judged by what came in
  ended_how   TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'replaced', 'withdrawn')),
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

-- What holds of an account: bad faith, blacklist, credit hold, an override of it, why it is late.
CREATE TABLE mark (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  kind        TEXT NOT NULL CHECK (kind IN ('bad_faith', 'blacklisted', 'credit_hold',
                                            'hold_override', 'lateness')),
  code        TEXT NOT NULL, -- of the reason for lateness
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  until_on    INTEGER NOT NULL CHECK (until_on = 0 OR until_on >= from_on), -- 0: until it is ended
  amount_fen  INTEGER NOT NULL CHECK (amount_fen >= 0), -- of an override: up to which balance
  reason      TEXT NOT NULL,
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '',
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

-- Somebody answers for a customer's debt (Civil Code 681).
CREATE TABLE guarantee (
  id               INTEGER PRIMARY KEY,
  customer_id      INTEGER NOT NULL REFERENCES customer (id),
  invoice_id       INTEGER REFERENCES invoice (id), -- NULL: for the whole account
  guarantor        TEXT NOT NULL CHECK (guarantor <> ''),
  kind             TEXT NOT NULL CHECK (kind IN ('general', 'joint')),
  from_on          INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  principal_due_on INTEGER NOT NULL CHECK (principal_due_on BETWEEN 1 AND 3652059),
  months           INTEGER NOT NULL CHECK (months BETWEEN 0 AND 1200), -- 0: none agreed
  amount_fen       INTEGER NOT NULL CHECK (amount_fen >= 0),           -- 0: the whole debt
  note             TEXT NOT NULL,
  recorded_on      INTEGER NOT NULL,
  ended_on         INTEGER NOT NULL DEFAULT 0,
  ended_how        TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'claimed', 'lapsed', 'released')),
  ended_note       TEXT NOT NULL DEFAULT ''
) STRICT;

-- What started a limitation period anew, or kept it from ending, beside payments and promises.
CREATE TABLE limitation_event (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER REFERENCES invoice (id), -- NULL: for all that was open then
  kind        TEXT NOT NULL CHECK (kind IN ('demand', 'payment', 'acknowledgement', 'agreement',
                                            'suit', 'obstacle')),
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  until_on    INTEGER NOT NULL CHECK (until_on = 0 OR until_on >= from_on), -- of an obstacle
  new_due_on  INTEGER NOT NULL CHECK (new_due_on BETWEEN 0 AND 3652059),    -- of an agreement
  proof       TEXT NOT NULL CHECK (proof IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
  note        TEXT NOT NULL,
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'voided')),
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

-- What became of the late charge that was left when the principal was paid.
CREATE TABLE charge_decision (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER NOT NULL REFERENCES invoice (id),
  kind        TEXT NOT NULL CHECK (kind IN ('keep', 'waive', 'write_off')),
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  reason      TEXT NOT NULL,
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'replaced', 'voided')),
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

-- Costs of enforcing a claim, with their paper (Civil Code 561).
CREATE TABLE cost (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER NOT NULL REFERENCES invoice (id),
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059),
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  note        TEXT NOT NULL CHECK (note <> ''),
  recorded_on INTEGER NOT NULL,
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'voided')),
  ended_note  TEXT NOT NULL DEFAULT ''
) STRICT;

-- A crossing that somebody has seen; ended: what it asked for was done, by whom.
CREATE TABLE crossing (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  stage       INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 6),
  from_on     INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059), -- crossed on
  seen_by     TEXT NOT NULL,
  recorded_on INTEGER NOT NULL, -- seen on
  ended_on    INTEGER NOT NULL DEFAULT 0,
  ended_how   TEXT NOT NULL DEFAULT '', -- done by
  ended_note  TEXT NOT NULL DEFAULT '',
  UNIQUE (customer_id, stage, from_on)
) STRICT;

-- A file kept byte for byte: contract, order, delivery note ...
CREATE TABLE voucher (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer (id),
  contract_id  INTEGER REFERENCES contract (id),
  invoice_id   INTEGER REFERENCES invoice (id),
  log_entry_id INTEGER REFERENCES log_entry (id),
  kind         TEXT NOT NULL CHECK (kind IN ('contract', 'order', 'delivery_note', 'receipt_slip',
                                             'fapiao', 'photo', 'other')),
  from_on      INTEGER NOT NULL CHECK (from_on BETWEEN 1 AND 3652059), -- when it was added
  name         TEXT NOT NULL CHECK (name <> ''),
  media_type   TEXT NOT NULL,
  n_bytes      INTEGER NOT NULL CHECK (n_bytes BETWEEN 1 AND 52428800),
  sha256       TEXT NOT NULL REFERENCES voucher_bytes (sha256),
  note         TEXT NOT NULL,
  recorded_on  INTEGER NOT NULL,
  ended_on     INTEGER NOT NULL DEFAULT 0,
  ended_how    TEXT NOT NULL DEFAULT '' CHECK (ended_how IN ('', 'replaced', 'mistaken')),
  ended_note   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE voucher_bytes (
  sha256 TEXT PRIMARY KEY CHECK (length (sha256) = 64),
  bytes  BLOB NOT NULL
) STRICT;

CREATE INDEX dispute_of_customer ON dispute (customer_id);
CREATE INDEX dispute_of_invoice
  ON dispute (invoice_id, from_on, recorded_on, ended_on, amount_fen);
CREATE INDEX dispute_ended ON dispute (ended_on);
CREATE INDEX pause_of_customer ON pause (customer_id);
CREATE INDEX pause_ended ON pause (ended_on);
CREATE INDEX promise_of_customer ON promise (customer_id);
CREATE INDEX promise_ended ON promise (ended_on);
CREATE INDEX mark_of_customer ON mark (customer_id);
CREATE INDEX mark_ended ON mark (ended_on);
CREATE INDEX guarantee_of_customer ON guarantee (customer_id);
CREATE INDEX limitation_event_of_customer ON limitation_event (customer_id);
CREATE INDEX charge_decision_of_customer ON charge_decision (customer_id);
CREATE INDEX cost_of_customer ON cost (customer_id);
CREATE INDEX crossing_ended ON crossing (ended_on);
CREATE INDEX voucher_of_customer ON voucher (customer_id);
CREATE INDEX voucher_of_invoice ON voucher (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX voucher_of_contract ON voucher (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX voucher_of_log_entry ON voucher (log_entry_id) WHERE log_entry_id IS NOT NULL;
CREATE INDEX voucher_bytes_used ON voucher (sha256);

CREATE TRIGGER voucher_bytes_stay BEFORE UPDATE ON voucher_bytes
BEGIN
  SELECT RAISE (ABORT, 'a voucher is kept byte for byte');
END;

CREATE TRIGGER voucher_bytes_remain BEFORE DELETE ON voucher_bytes
BEGIN
  SELECT RAISE (ABORT, 'a voucher is kept');
END;

-- Escalation policies. One that is edited becomes a new one; which of them holds for whom is said
-- by the settings policy.A, policy.B and policy.C, the customer and the invoice.
CREATE TABLE policy (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL CHECK (name <> ''),
  stages      TEXT NOT NULL, -- as arrears_policy_parse() reads it
  recorded_on INTEGER NOT NULL CHECK (recorded_on BETWEEN 0 AND 3652059)
) STRICT;

CREATE INDEX customer_with_policy ON customer (policy_id) WHERE policy_id IS NOT NULL;

CREATE TRIGGER policy_stays BEFORE UPDATE ON policy
BEGIN
  SELECT RAISE (ABORT, 'a policy is never changed; an edited one is a new one');
END;

-- What the user added to the published tables.
CREATE TABLE added_rate (
  id           INTEGER PRIMARY KEY,
  table_name   TEXT NOT NULL CHECK (table_name IN ('lpr_1y')),
  published_on INTEGER NOT NULL CHECK (published_on BETWEEN 1 AND 3652059),
  rate         TEXT NOT NULL,
  recorded_on  INTEGER NOT NULL CHECK (recorded_on BETWEEN 0 AND 3652059)
) STRICT;

CREATE TABLE added_day (
  id          INTEGER PRIMARY KEY,
  day         INTEGER NOT NULL CHECK (day BETWEEN 1 AND 3652059),
  kind        TEXT NOT NULL CHECK (kind IN ('holiday', 'makeup_workday', 'ordinary')),
  name        TEXT NOT NULL,
  recorded_on INTEGER NOT NULL CHECK (recorded_on BETWEEN 0 AND 3652059)
) STRICT;

-- The log tells of talks as well: with whom, how, what came of it, what comes next. The hash
-- covers these too.
ALTER TABLE log_entry ADD COLUMN recorded_on INTEGER NOT NULL DEFAULT 0
  CHECK (recorded_on BETWEEN 0 AND 3652059);
ALTER TABLE log_entry ADD COLUMN actor TEXT NOT NULL DEFAULT '';
ALTER TABLE log_entry ADD COLUMN spoke_with TEXT NOT NULL DEFAULT '';
ALTER TABLE log_entry ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE log_entry ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE log_entry ADD COLUMN measure TEXT NOT NULL DEFAULT '';
ALTER TABLE log_entry ADD COLUMN next_on INTEGER NOT NULL DEFAULT 0
  CHECK (next_on BETWEEN 0 AND 3652059);

CREATE INDEX log_entry_of_kind ON log_entry (kind, customer_id);

-- Talks by customer: what is planned next, and how often somebody was disturbed.
CREATE INDEX log_entry_of_contact
  ON log_entry (customer_id, day, recorded_on, next_on, kind, channel) WHERE channel <> '';
