/* arrears-charge-terms.h: what is owed for paying late, as agreed or by statute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-rate-table.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_CHARGE_LPR,    /* a multiple of the one-year LPR in force on the day of breach, fixed for
                            the invoice: sale interpretation 18.4 (LPR plus 30 to 50 %) where no
                            charge is agreed; before 2019-08-20 of the benchmark rate */
  ARREARS_CHARGE_DAILY,  /* an agreed rate a day */
  ARREARS_CHARGE_ANNUAL, /* an agreed rate a year */
  ARREARS_CHARGE_SME,    /* 0.05 % a day: SME payment regulation 17, only for a small or medium firm
                            against a state body, public institution or large enterprise */
  ARREARS_CHARGE_FIXED,  /* an agreed sum, once, whatever the days */
  ARREARS_CHARGE_NONE,   /* no charge is asked for */
} ArrearsChargeForm;

typedef struct
{
  ArrearsChargeForm form;
  ArrearsRate rate;   /* DAILY: a day; ANNUAL: a year; LPR: the multiple, 3/2 for plus 50 % */
  ArrearsMoney fixed; /* FIXED */
  int year_days;      /* ANNUAL and LPR: 365, or 360 where the contract says so */
  int grace_days;     /* free days after the due day; the charge starts behind them */
  ArrearsRate cap;    /* agreed ceiling as a part of the principal; not set: none */
  gboolean splits_at_lpr; /* LPR with a breach before 2019-08-20: change over to the LPR of that
                             day on it (method B), instead of the benchmark throughout (A) */
} ArrearsChargeTerms;

/* The published tables that the forms rest on; borrowed. */
typedef struct
{
  const ArrearsRateTable *lpr;
  const ArrearsRateTable *benchmark;
} ArrearsRateTables;

/* LPR plus 50 % over 365 days: what the law gives where the contract is silent. */
ArrearsChargeTerms arrears_charge_terms_get_statutory (void);

/* The first day of breach to which the SME payment regulation applies: 2020-09-01. */
ArrearsDay arrears_charge_terms_get_sme_start (void);

/* daily:0.0005, annual:0.0545 (annual:0.0545/360), lpr:1.5, sme, fixed:500.00, none. */
gboolean arrears_charge_terms_parse     (const char *text, ArrearsChargeTerms *terms,
                                         GError **error);
char    *arrears_charge_terms_to_string (const ArrearsChargeTerms *terms);

/* How burdensome a debt under these terms is beside another (Civil Code 560.2): about the charge
 * of a year in hundredths of a percent of the principal, an LPR taken for 3 %.
 */
int arrears_charge_terms_get_burden (const ArrearsChargeTerms *terms);

/* A rate agreed with a large debtor may not lie below the one-year LPR on the day of the contract
 * (SME payment regulation 17): returns the terms with the rate raised to it where it does.
 */
ArrearsChargeTerms arrears_charge_terms_with_sme_floor (const ArrearsChargeTerms *terms,
                                                        ArrearsDay contract_on,
                                                        const ArrearsRateTable *lpr);

G_END_DECLS
