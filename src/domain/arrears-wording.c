/* arrears-wording.c: words that a demand must not use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-wording.h"

#include <string.h>

/* What to write instead. */
#define BY_LAW "如届期未付，我方将依法通过协商、支付令或诉讼等途径解决"
#define PAY_BY "请于约定日期前付款；如有困难，请与我方协商付款安排"
#define APPOINT "如需上门，请写：我方拟于工作时间预约拜访"
#define NO_CRIME "货款纠纷是民事纠纷，请改写为：我方将依法提起诉讼"
#define NO_CREDIT "请删去；可写：如届期未付，我方将依法维护权益"
#define NO_OFFICE "请以本公司名义书写，不提国家机关"
#define NO_PAPER "请删去；法律文书只由法院或有关机关送达"
#define NOT_SUED "未立案的请删去；可写：我方将考虑依法提起诉讼"
#define LAWYER "律师函只由律师出具；请写“催款函”，或写：我方将委托律师处理"
#define PRESERVE "是否保全由法院决定；请写：我方将依法申请财产保全"
#define NO_INSULT "请删去，只写欠款事实、金额和付款日期"
#define NO_OTHERS "请删去；欠款情况只与贵方指定的付款联系人沟通"
#define LATE_FEE "违约金；合同未约定的，写“逾期付款损失”"

#define OTHERS                                                                                                                        \
  "家人|家属|家里人|邻居|亲友|亲戚|亲属|同事|单位|父母|子女|孩子|老婆|老公|妻子|丈夫|配偶|朋友|" \
  "通讯录|村里|村委|居委|同行"

typedef enum
{
  FACT_NONE,
  FACT_IN_COURT,
  FACT_LATE_FEE,
} Fact;

/* One of `first`, and behind it, with up to GAP other characters between, one of `then` (NULL:
 * `first` alone). Passed over where one of `unless` lies across it, or the fact makes it true.
 * Within each list `|` parts the words.
 */
static const struct
{
  ArrearsWordingKind kind;
  const char *first;
  const char *then;
  const char *better;
  const char *unless;
  Fact fact;
} words[] = {
  { ARREARS_WORDING_THREAT, "报警|派警察|叫警察|让警察", "抓|带走", BY_LAW, NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT, "抓你|抓人|抓起来|把你抓|抓走", NULL, BY_LAW, "抓人才|抓人心",
    FACT_NONE },
  { ARREARS_WORDING_THREAT, "上门", "堵|闹|抓|搬", APPOINT, NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT, "堵门|堵厂|堵店|堵路|堵你|蹲守|蹲点|跟踪你|跟着你|盯着你", NULL,
    APPOINT, NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT, "派人", NULL, APPOINT,
    "派人送|派人对账|派人取|派人联系|选派人|委派人|分派人|指派人", FACT_NONE },
  { ARREARS_WORDING_THREAT, "后果自负|一切后果|后果严重|严重后果|后果不堪", NULL, BY_LAW, NULL,
    FACT_NONE },
  { ARREARS_WORDING_THREAT,
    "拉横幅|泼油漆|泼漆|砸店|砸车|砸门|搬空|断水|断电|停水停电|锁你|锁厂|锁店", NULL, BY_LAW, NULL,
    FACT_NONE },
  { ARREARS_WORDING_THREAT,
    "打断|弄死|打死|整死|收拾你|教训你|废了你|卸你|揍你|砍你|砍死|放血|人身安全|小命|灭门|同归于尽",
    NULL, BY_LAW, NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT,
    "走着瞧|等着瞧|给我等着|给你好看|不择手段|不惜一切|鱼死网破|混不下去|搞臭|搞垮|身败名裂|"
    "吃不了兜着走|你小心|小心点|没完没了|跟你没完|不得安宁|鸡犬不宁|轰炸",
    NULL, PAY_BY, NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT, "别怪|休怪|莫怪|不要怪", "不客气|无情", PAY_BY, NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT, "让你|叫你", "好看|倒闭|关门|好过|混不下去|做不成|做不下去", PAY_BY,
    NULL, FACT_NONE },
  { ARREARS_WORDING_THREAT, "天天|每天", "上门|打电话|来找你|去找你|坐在", PAY_BY, NULL,
    FACT_NONE },
  { ARREARS_WORDING_THREAT, "打爆", "电话|手机", PAY_BY, NULL, FACT_NONE },

  { ARREARS_WORDING_FALSE_AUTHORITY,
    "公安|警方|警察|派出所|经侦|刑警|检察院|检察机关|司法机关|司法部门|国家机关|政法委|清欠办|执法",
    NULL, NO_OFFICE, "办公安|公安排|公安装", FACT_NONE },
  { ARREARS_WORDING_FALSE_AUTHORITY, "法院委托|法院授权|政府委托|法院工作人员|法官", NULL,
    NO_OFFICE, NULL, FACT_NONE },
  { ARREARS_WORDING_FALSE_AUTHORITY, "已立案|已经立案|已被起诉|已起诉|已经起诉|已被立案", NULL,
    NOT_SUED, NULL, FACT_IN_COURT },
  { ARREARS_WORDING_FALSE_AUTHORITY, "法院", "立案", NOT_SUED, "向法院申请立案|到法院立案",
    FACT_IN_COURT },
  { ARREARS_WORDING_FALSE_AUTHORITY, "立案侦查|传票|逮捕令|拘留证|拘捕令|查封令|执行令", NULL,
    NO_PAPER, NULL, FACT_NONE },
  { ARREARS_WORDING_FALSE_AUTHORITY, "律师函|律师警告函", NULL, LAWYER, "非律师函|不是律师函",
    FACT_NONE },
  { ARREARS_WORDING_FALSE_AUTHORITY, "律师", "发函|致函", LAWYER, NULL, FACT_NONE },

  { ARREARS_WORDING_FALSE_CONSEQUENCE,
    "坐牢|牢底|监狱|大牢|牢饭|判刑|判几年|刑拘|刑事|拘留|逮捕|犯罪|案底", NULL, NO_CRIME, "拘留证",
    FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "诈骗|拒执罪|侵占罪|老赖罪", NULL, NO_CRIME,
    "防诈骗|谨防诈骗|反诈骗|警惕诈骗|防范诈骗", FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "失信", "名单|被执行人|人员|企业", NO_CREDIT, NULL,
    FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "列入|拉入|拉进|加入|进入|上", "黑名单|失信名单|失信",
    NO_CREDIT, NULL, FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "征信|黑名单", NULL, NO_CREDIT, NULL, FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "影响", "信用|征信|孩子|子女|上学|入学|当兵|政审", NO_CREDIT,
    NULL, FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "信用", "污点", NO_CREDIT, NULL, FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "限制", "高消费|出境|出行|坐高铁|坐飞机", NO_CREDIT, NULL,
    FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "限高", NULL, NO_CREDIT, "限高架|限高杆", FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "冻结", "账户|银行卡|账号|资产|财产", PRESERVE, NULL,
    FACT_NONE },
  { ARREARS_WORDING_FALSE_CONSEQUENCE, "查封|吊销执照|吊销营业执照", NULL, PRESERVE, "查封令",
    FACT_NONE },

  { ARREARS_WORDING_INSULT,
    "老赖|骗子|无赖|不要脸|人渣|混蛋|王八|他妈|你妈的|流氓|缺德|丧尽天良|死全家|去死|该死|无耻|"
    "败类|"
    "白痴|傻逼|傻子|蠢货|穷鬼|狗东西|畜生|赖账|赖皮|没良心|不是人|不是东西|脸皮厚|厚脸皮|垃圾公司|"
    "垃圾人|滚蛋",
    NULL, NO_INSULT, "老赖罪|是不是人", FACT_NONE },

  { ARREARS_WORDING_DISCLOSURE, "告知|告诉|通知|联系|骚扰|打给|让", OTHERS, NO_OTHERS,
    "贵单位|我单位|本单位|单位名称|单位地址|单位财务|单位盖章|单位公章|朋友圈", FACT_NONE },
  { ARREARS_WORDING_DISCLOSURE, "公布|公开|散布|张贴|发布|泄露|晒出|曝光",
    "照片|身份证|信息|住址|隐私|名单|欠款|欠债|电话", NO_OTHERS, "发布会", FACT_NONE },
  { ARREARS_WORDING_DISCLOSURE, "发到|发在|发上|晒到|贴到|挂到|贴在", "群|网|抖音|微博|门口|小区",
    NO_OTHERS, NULL, FACT_NONE },
  { ARREARS_WORDING_DISCLOSURE,
    "曝光|朋友圈|抖音|大字报|爆通讯录|登报|找媒体|人尽皆知|群里公布|群里通报|公告栏", NULL,
    NO_OTHERS, NULL, FACT_NONE },
  { ARREARS_WORDING_DISCLOSURE, "让|叫", "都知道|看看你", NO_OTHERS, NULL, FACT_NONE },

  { ARREARS_WORDING_LATE_FEE, "滞纳金", NULL, LATE_FEE, NULL, FACT_LATE_FEE },
};

enum
{
  GAP = 6,
};

/* A character that bears meaning; 0: the end of a sentence, which no word goes across. */
typedef struct
{
  gunichar character;
  gsize start;
  gsize end;
} Place;

static gboolean
ends_sentence (gunichar character)
{
  return character == '!' || character == '?' || character == ';' || character == '\n'
         || character == 0x3002;
}

/* A full-width character as its plain one. */
static gunichar
narrow (gunichar character)
{
  return character >= 0xff01 && character <= 0xff5e ? character - 0xfee0 : character;
}

/* The characters of a text without blanks and marks. GArray of Place. */
static GArray *
strip (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = narrow (g_utf8_get_char (p));
      Place place = { .start = (gsize) (p - text), .end = (gsize) (g_utf8_next_char (p) - text) };

      if (g_unichar_isalnum (character))
        place.character = character;
      else if (!ends_sentence (character))
        continue;
      g_array_append_val (places, place);
    }
  return places;
}

/* Where the longest word of a list ends that stands at `from`; 0 where none does. */
static guint
match_list (const GArray *places, guint from, const char *list)
{
  guint longest = 0;
  guint i = from;

  for (const char *p = list;; p = g_utf8_next_char (p))
    {
      if (*p == '|' || *p == '\0')
        {
          longest = MAX (longest, i);
          if (*p == '\0')
            return longest;
          i = from;
        }
      else if (i < places->len && g_array_index (places, Place, i).character == g_utf8_get_char (p))
        i++;
      else
        {
          p += strcspn (p, "|");
          if (*p == '\0')
            return longest;
          i = from;
        }
    }
}

/* As match_list(), with up to GAP characters of the same sentence before it. */
static guint
match_behind_gap (const GArray *places, guint from, const char *list)
{
  for (guint i = from; i <= from + GAP && i < places->len; i++)
    {
      guint end = match_list (places, i, list);

      if (end > 0)
        return end;
      if (g_array_index (places, Place, i).character == 0)
        return 0;
    }
  return 0;
}

enum
{
  LONGEST_EXCUSE = 8, /* characters in a word of `unless` */
};

static gboolean
is_excused (const GArray *places, guint from, guint end, const char *unless)
{
  guint first = from > LONGEST_EXCUSE ? from - LONGEST_EXCUSE : 0;

  for (guint i = first; unless != NULL && i < end; i++)
    if (match_list (places, i, unless) > from)
      return TRUE;
  return FALSE;
}

static gboolean
is_true (Fact fact, const ArrearsWordingFacts *facts)
{
  return (fact == FACT_IN_COURT && facts->is_in_court)
         || (fact == FACT_LATE_FEE && facts->contract_says_late_fee);
}

/* The end of what a row of the table finds at `from`; 0 where it finds nothing. */
static guint
match_row (const GArray *places, guint from, gsize row)
{
  guint end = match_list (places, from, words[row].first);

  if (end > 0 && words[row].then != NULL)
    end = match_behind_gap (places, end, words[row].then);
  return end > 0 && !is_excused (places, from, end, words[row].unless) ? end : 0;
}

/* Finds the longest that begins at *from and moves *from behind it. */
static gboolean
find_at (const GArray *places, const ArrearsWordingFacts *facts, guint *from,
         ArrearsWordingFinding *finding)
{
  guint longest = 0;

  for (gsize row = 0; row < G_N_ELEMENTS (words); row++)
    {
      guint end = is_true (words[row].fact, facts) ? 0 : match_row (places, *from, row);

      if (end > longest)
        {
          longest = end;
          finding->kind = words[row].kind;
          finding->better = words[row].better;
        }
    }
  if (longest == 0)
    return FALSE;
  finding->start = g_array_index (places, Place, *from).start;
  finding->length = g_array_index (places, Place, longest - 1).end - finding->start;
  *from = longest;
  return TRUE;
}

GArray *
arrears_wording_check (const char *text, const ArrearsWordingFacts *facts)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (ArrearsWordingFinding));
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), findings);
  g_return_val_if_fail (facts != NULL, findings);

  places = strip (text);
  for (guint i = 0; i < places->len;)
    {
      ArrearsWordingFinding finding;

      if (find_at (places, facts, &i, &finding))
        g_array_append_val (findings, finding);
      else
        i++;
    }
  return findings;
}

const char *
arrears_wording_kind_to_word (ArrearsWordingKind kind)
{
  static const char *const kinds[ARREARS_WORDING_N_KINDS] = {
    [ARREARS_WORDING_THREAT] = "threat",
    [ARREARS_WORDING_FALSE_AUTHORITY] = "false_authority",
    [ARREARS_WORDING_FALSE_CONSEQUENCE] = "false_consequence",
    [ARREARS_WORDING_INSULT] = "insult",
    [ARREARS_WORDING_DISCLOSURE] = "disclosure",
    [ARREARS_WORDING_LATE_FEE] = "late_fee",
  };

  g_return_val_if_fail (kind >= 0 && kind < ARREARS_WORDING_N_KINDS, "");

  return kinds[kind];
}
