/* arrears-demand-letter.c: the demand letter (催款函)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-letter.h"

#include "arrears-chinese.h"
#include "arrears-demand-charges.h"
#include "arrears-demand-tables.h"
#include "arrears-demand-words.h"
#include "arrears-pdf.h"

/* A4, with room for two punched holes at the left. */
static const ArrearsPaper paper = {
  .width = 595.28,
  .height = 841.89,
  .top = 48,
  .bottom = 54,
  .left = 65,
  .right = 65,
};

#define SMALL_SIZE 9.0
#define TITLE_SIZE 20.0
#define TITLE_DROP 1.5 /* from the foot of the number's line to that of the title's */
#define LETTERHEAD_SIZE 13.0
#define SEAL_SIDE 119.06 /* 42 mm */
#define COMPUTATION_SPACE 10.0
#define TWO_EMS 2000

/* What has to go on one page. */
typedef enum
{
  FIT_ALL,
  FIT_LETTER, /* down to the signature; computation and receipt on the next */
  FIT_ANYHOW,
} Fit;

/* How close the body is set: size, and leading as a multiple of it. From comfortable to close. */
typedef struct
{
  double size;
  double leading;
} Density;

static const Density densities[] = { { 11.5, 1.6 },  { 11, 1.5 },   { 10.5, 1.45 }, { 10.5, 1.4 },
                                     { 10.5, 1.35 }, { 10.5, 1.3 }, { 10.5, 1.25 } };

#define CLOSEST (G_N_ELEMENTS (densities) - 1)

/* Where pages are not to be saved. */
#define ORDINARY 1

/* More items than this never fit one page: no need to try. */
#define MAX_ITEMS_ON_A_PAGE 16

typedef struct
{
  const ArrearsDemand *demand;
  const ArrearsLetterStyle *style;
  ArrearsPicture *seal; /* or NULL */
  Density density;
  Fit fit;
  ArrearsLayout *layout;
} Composition;

static ArrearsParagraphStyle
make_style (const Composition *self)
{
  return (ArrearsParagraphStyle) {
    .alignment = ARREARS_ALIGNMENT_JUSTIFY,
    .size = self->density.size,
    .leading = self->density.size * self->density.leading,
  };
}

static ArrearsParagraphStyle
make_small_style (ArrearsInk ink)
{
  return (ArrearsParagraphStyle) { .alignment = ARREARS_ALIGNMENT_JUSTIFY,
                                   .size = SMALL_SIZE,
                                   .leading = SMALL_SIZE * 1.4,
                                   .ink = ink };
}

/* An ordinary paragraph; takes the text. */
static void
add_body (Composition *self, char *text)
{
  ArrearsParagraphStyle style = make_style (self);

  style.first_indent = TWO_EMS;
  if (text != NULL)
    arrears_layout_add_paragraph (self->layout, &style, text);
  g_free (text);
}

/* One line of heading type in the middle. */
static void
add_heading (Composition *self, double size, const char *text)
{
  ArrearsParagraphStyle style = { .typeface = ARREARS_TYPEFACE_HEADING,
                                  .alignment = ARREARS_ALIGNMENT_CENTER,
                                  .size = size,
                                  .leading = size * 1.3 };

  arrears_layout_add_paragraph (self->layout, &style, text);
}

/* Failures of the words go where those of the layout go. */
static gboolean
keep_error (Composition *self, GError **error)
{
  return arrears_layout_take_error (self->layout, g_steal_pointer (error));
}

/* The head */

static void
add_letterhead (Composition *self)
{
  const ArrearsCompany *creditor = self->demand->creditor;
  ArrearsParagraphStyle small = make_small_style (ARREARS_INK_GREY);
  g_autofree char *line = NULL;

  add_heading (self, LETTERHEAD_SIZE, creditor->name);
  small.alignment = ARREARS_ALIGNMENT_CENTER;
  if (*creditor->uscc != '\0')
    line = g_strdup_printf ("统一社会信用代码：%s", creditor->uscc);
  arrears_layout_add_paragraph (self->layout, &small, line != NULL ? line : "");
  arrears_layout_add_space (self->layout, 4);
  arrears_layout_add_rule (self->layout, 0.6, 0, ARREARS_INK_BLACK);
  arrears_layout_add_space (self->layout, 10);
}

/* The number stands at the right on the title's base line. */
static void
add_title (Composition *self)
{
  ArrearsParagraphStyle style = make_style (self);
  g_autofree char *number = NULL;

  add_heading (self, TITLE_SIZE, "催款函");
  if (*self->demand->number == '\0')
    return;

  number = g_strdup_printf ("编号：%s", self->demand->number);
  style.alignment = ARREARS_ALIGNMENT_RIGHT;
  style.left = arrears_layout_get_width (self->layout) * 0.6;
  arrears_layout_advance (self->layout, -style.leading - TITLE_DROP);
  arrears_layout_add_paragraph (self->layout, &style, number);
  arrears_layout_advance (self->layout, TITLE_DROP);
}

/* A label and its text, or nothing at all. */
static void
add_labelled (Composition *self, const ArrearsParagraphStyle *style, const char *label,
              const char *text)
{
  double width = (double) g_utf8_strlen (label, -1) * style->size;

  if (*text != '\0')
    arrears_layout_add_labelled (self->layout, style, label, width, text);
}

static void
add_addressee (Composition *self)
{
  const ArrearsCustomer *debtor = self->demand->debtor;
  ArrearsParagraphStyle style = make_style (self);
  g_autofree char *recipient = g_strconcat (
      debtor->contact, *debtor->contact != '\0' && *debtor->phone != '\0' ? "　" : "",
      *debtor->phone != '\0' ? "电话：" : "", debtor->phone, NULL);

  style.alignment = ARREARS_ALIGNMENT_LEFT;
  arrears_layout_begin_block (self->layout);
  arrears_layout_add_space (self->layout, style.size * 0.6);
  style.typeface = ARREARS_TYPEFACE_HEADING;
  add_labelled (self, &style, "致：", debtor->name);
  style.typeface = ARREARS_TYPEFACE_BODY;
  add_labelled (self, &style, "统一社会信用代码：", debtor->uscc);
  add_labelled (self, &style, "地址：", debtor->address);
  add_labelled (self, &style, *debtor->contact != '\0' ? "收件人：" : "", recipient);
  arrears_layout_add_space (self->layout, style.size * 0.4);
  arrears_layout_end_block (self->layout);
}

/* What is owed */

static void
add_items (Composition *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsTable) table = arrears_demand_tables_new_items (self->demand, &error);

  if (!keep_error (self, &error))
    return;
  arrears_layout_add_space (self->layout, self->density.size * 0.4);
  arrears_table_add_to_layout (table, self->layout, SMALL_SIZE);
  arrears_layout_add_space (self->layout, self->density.size * 0.5);
}

static void
add_charges (Composition *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paragraphs = arrears_demand_charges_describe (self->demand, &error);
  char *total = NULL;

  if (!keep_error (self, &error))
    return;
  for (guint i = 0; i < paragraphs->len; i++)
    add_body (self, g_strdup (g_ptr_array_index (paragraphs, i)));

  total = arrears_demand_words_total (self->demand, &error);
  if (keep_error (self, &error))
    add_body (self, total);
}

/* What is asked for */

static void
add_account (Composition *self)
{
  const ArrearsCompany *creditor = self->demand->creditor;
  ArrearsParagraphStyle style = make_style (self);
  g_autofree char *account = arrears_chinese_write_account_number (creditor->bank_account);

  style.alignment = ARREARS_ALIGNMENT_LEFT;
  style.left = 2 * style.size;
  style.space_before = 2;
  add_labelled (self, &style, "户　名：", creditor->name);
  style.space_before = 0;
  add_labelled (self, &style, "开户行：", creditor->bank);
  style.typeface = ARREARS_TYPEFACE_HEADING;
  add_labelled (self, &style, "账　号：", account);
  arrears_layout_advance (self->layout, 2);
}

static void
add_request (Composition *self)
{
  gboolean has_account = *self->demand->creditor->bank_account != '\0';

  arrears_layout_begin_block (self->layout);
  add_body (self, arrears_demand_words_request (self->demand, has_account));
  if (has_account)
    add_account (self);
  arrears_layout_end_block (self->layout);
  add_body (self, arrears_demand_words_dispute (self->demand));
  add_body (self, arrears_demand_words_next_steps ());
}

/* The end */

static char *
name_computation (const Composition *self)
{
  return g_strdup_printf ("%s计算表", arrears_demand_charges_get_name (self->demand));
}

/* Left of the signature: what is attached, and whom to ask. */
static void
add_contact (Composition *self)
{
  const ArrearsCompany *creditor = self->demand->creditor;
  ArrearsParagraphStyle style = make_style (self);
  g_autofree char *name = name_computation (self);

  style.alignment = ARREARS_ALIGNMENT_LEFT;
  style.left = 2 * style.size;
  style.right = arrears_layout_get_width (self->layout) * 0.54;
  if (arrears_demand_charges_need_table (self->demand))
    add_labelled (self, &style, "附　表：", name);
  add_labelled (self, &style, "联系人：", creditor->contact);
  add_labelled (self, &style, "电　话：", creditor->phone);
  add_labelled (self, &style, "地　址：", creditor->address);
}

/* Company, room for the seal and date, in the right half. The seal is laid first, so that the text
 * stays readable on it, with its middle between name and date, as stamps are set by hand.
 */
static void
add_signature (Composition *self)
{
  double width = arrears_layout_get_width (self->layout);
  ArrearsParagraphStyle style = make_style (self);
  g_autofree char *day = arrears_day_to_chinese (self->demand->issued_on);
  g_autofree char *name = g_strconcat (self->demand->creditor->name, "（盖章）", NULL);

  style.alignment = ARREARS_ALIGNMENT_CENTER;
  style.left = width * 0.48;
  style.leading = style.size * 1.9;
  if (self->seal != NULL)
    arrears_layout_add_picture (self->layout, self->seal, (style.left + width) / 2, SEAL_SIDE / 2,
                                SEAL_SIDE);
  arrears_layout_advance (self->layout, SEAL_SIDE / 2 - style.leading);
  arrears_layout_add_paragraph (self->layout, &style, name);
  arrears_layout_add_paragraph (self->layout, &style, day);
  arrears_layout_advance (self->layout, SEAL_SIDE / 2 - style.leading);
}

/* The last sentence stays with the signature: a page with nothing but a seal invites doubt. */
static void
add_end (Composition *self)
{
  double x, top, contact_end, signature_end;

  arrears_layout_begin_block (self->layout);
  add_body (self, arrears_demand_words_reservation ());
  arrears_layout_advance (self->layout, 4);
  arrears_layout_peek_page (self->layout, &x, &top);
  add_contact (self);
  arrears_layout_peek_page (self->layout, &x, &contact_end);
  arrears_layout_advance (self->layout, top - contact_end);
  add_signature (self);
  arrears_layout_peek_page (self->layout, &x, &signature_end);
  arrears_layout_advance (self->layout, MAX (contact_end - signature_end, 0));
  arrears_layout_end_block (self->layout);
}

static void
add_receipt_line (Composition *self, const ArrearsParagraphStyle *style, const char *left,
                  const char *right)
{
  double width = arrears_layout_get_width (self->layout);
  ArrearsParagraphStyle beside = *style;

  beside.left = 0;
  beside.right = width / 2;
  arrears_layout_add_labelled (self->layout, &beside, left, 0, "");
  beside.left = width / 2;
  beside.right = 0;
  arrears_layout_add_paragraph (self->layout, &beside, right);
}

static void
add_receipt (Composition *self)
{
  ArrearsParagraphStyle small = make_small_style (ARREARS_INK_GREY);
  ArrearsParagraphStyle style = make_small_style (ARREARS_INK_BLACK);
  g_autofree char *to = g_strdup_printf ("%s：", self->demand->creditor->name);
  g_autofree char *text = arrears_demand_words_receipt (self->demand);

  style.size = 9.5;
  style.leading = 15;
  small.size = 8;
  small.alignment = ARREARS_ALIGNMENT_CENTER;
  arrears_layout_begin_block (self->layout);
  arrears_layout_advance (self->layout, 6);
  arrears_layout_add_rule (self->layout, 0.5, 3, ARREARS_INK_GREY);
  arrears_layout_advance (self->layout, 2);
  arrears_layout_add_paragraph (self->layout, &small, "✂ 请沿虚线裁下，签收后交回或寄回");
  add_heading (self, 12, "回　执");
  arrears_layout_add_paragraph (self->layout, &style, to);
  style.first_indent = TWO_EMS;
  arrears_layout_add_paragraph (self->layout, &style, text);
  style.first_indent = 0;
  arrears_layout_add_space (self->layout, 3);
  add_receipt_line (self, &style, "签收人（签名）：＿＿＿＿＿＿＿＿", "职务：＿＿＿＿＿＿＿＿");
  arrears_layout_add_space (self->layout, 3);
  add_receipt_line (self, &style, "单位（盖章）：", "日期：＿＿＿＿年＿＿月＿＿日");
  arrears_layout_end_block_at_foot (self->layout);
}

static void
add_computation_parts (Composition *self)
{
  g_autoptr (ArrearsTable) table = arrears_demand_tables_new_computation (self->demand);
  g_autoptr (GPtrArray) remarks = arrears_demand_charges_list_remarks (self->demand);
  ArrearsParagraphStyle style = make_small_style (ARREARS_INK_BLACK);
  g_autofree char *name = name_computation (self);
  g_autofree char *title = g_strdup_printf ("附表　%s", name);

  add_heading (self, 11, title);
  arrears_layout_advance (self->layout, 3);
  arrears_table_add_to_layout (table, self->layout, SMALL_SIZE);
  arrears_layout_advance (self->layout, 3);
  for (guint i = 0; i < remarks->len; i++)
    {
      g_autofree char *number = g_strdup_printf (i == 0 ? "注：%u." : "　　%u.", i + 1);
      gboolean is_only = remarks->len == 1;

      arrears_layout_add_labelled (self->layout, &style, is_only ? "注：" : number,
                                   (is_only ? 2 : 3) * style.size, g_ptr_array_index (remarks, i));
    }
}

/* Below the signature where it fits there as a whole, else on pages of its own. */
static void
add_computation (Composition *self)
{
  double height;

  if (!arrears_demand_charges_need_table (self->demand))
    return;

  arrears_layout_begin_block (self->layout);
  add_computation_parts (self);
  height = arrears_layout_cancel_block (self->layout);
  if (arrears_layout_has_room (self->layout, height + COMPUTATION_SPACE))
    arrears_layout_add_space (self->layout, COMPUTATION_SPACE);
  else
    arrears_layout_break_page (self->layout);
  add_computation_parts (self);
}

static void
set_running_texts (Composition *self)
{
  g_autofree char *footer = g_strconcat ("催款函", *self->demand->number != '\0' ? "　" : "",
                                         self->demand->number, NULL);

  arrears_layout_set_footer (self->layout, footer);
  if (self->style->is_preview)
    arrears_layout_set_watermark (self->layout, "预览");
}

/* Says whether that fits as it has to. */
static gboolean
compose (Composition *self)
{
  set_running_texts (self);
  add_letterhead (self);
  add_title (self);
  add_addressee (self);
  add_body (self, arrears_demand_words_relation (self->demand));
  add_items (self);
  add_body (self, arrears_demand_words_principal (self->demand));
  add_charges (self);
  add_request (self);
  add_end (self);
  if (self->fit != FIT_ANYHOW && arrears_layout_get_n_pages (self->layout) > 1)
    return FALSE;

  add_computation (self);
  add_receipt (self);
  return self->fit != FIT_ALL || arrears_layout_get_n_pages (self->layout) == 1;
}

/* A layout where the demand fits so, else NULL. */
static ArrearsLayout *
try_density (Composition *self, Fit fit, gsize density, ArrearsFontSet *fonts)
{
  g_autoptr (ArrearsLayout) layout = arrears_layout_new (fonts, &paper);

  self->layout = layout;
  self->fit = fit;
  self->density = densities[density];
  return compose (self) ? g_steal_pointer (&layout) : NULL;
}

/* The most comfortable setting that fits, looked for only where the closest one does. */
static ArrearsLayout *
find_layout (Composition *self, ArrearsFontSet *fonts)
{
  for (Fit fit = FIT_ALL; fit < FIT_ANYHOW; fit++)
    {
      g_autoptr (ArrearsLayout) closest = NULL;

      if (self->demand->lines->len <= MAX_ITEMS_ON_A_PAGE)
        closest = try_density (self, fit, CLOSEST, fonts);
      for (gsize i = 0; closest != NULL && i < CLOSEST; i++)
        {
          ArrearsLayout *layout = try_density (self, fit, i, fonts);

          if (layout != NULL)
            return layout;
        }
      if (closest != NULL)
        return g_steal_pointer (&closest);
    }
  return try_density (self, FIT_ANYHOW, ORDINARY, fonts);
}

GPtrArray *
arrears_demand_letter_compose (const ArrearsDemand *demand, const ArrearsLetterStyle *style,
                               ArrearsFontSet *fonts, GError **error)
{
  g_autoptr (ArrearsPicture) seal = NULL;
  g_autoptr (ArrearsLayout) layout = NULL;
  Composition composition = { .demand = demand, .style = style };

  if (style->seal != NULL)
    {
      seal = arrears_picture_new_seal (style->seal, error);
      if (seal == NULL)
        return NULL;
    }

  composition.seal = seal;
  layout = find_layout (&composition, fonts);
  return arrears_layout_finish (layout, error);
}

GBytes *
arrears_demand_letter_write (const ArrearsDemand *demand, const ArrearsLetterStyle *style,
                             ArrearsFontSet *fonts, guint *n_pages, GError **error)
{
  g_autoptr (GPtrArray) pages = arrears_demand_letter_compose (demand, style, fonts, error);
  g_autofree char *title = NULL;
  ArrearsPdfProperties properties;

  if (pages == NULL)
    return NULL;
  if (n_pages != NULL)
    *n_pages = pages->len;

  title = g_strdup_printf ("催款函　%s%s致%s", demand->number, *demand->number != '\0' ? "　" : "",
                           demand->debtor->name);
  properties
      = (ArrearsPdfProperties) { .title = title,
                                 .author = demand->creditor->name,
                                 .creator = style->creator != NULL ? style->creator : "Arrears",
                                 .created_on = demand->issued_on };
  return arrears_pdf_write (pages, fonts, &properties, error);
}
