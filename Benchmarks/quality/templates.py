"""Templates of newspaper notices, filled two or three times each: texts that are alike but for their facts.

Writes OUT.docs.tsv, OUT.truth.tsv and OUT.hard.tsv: of each template one notice with a copy (a true pair) and the others, which
are no pairs.
"""
import argparse
import random

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"
GIVEN = "建国志强秀英桂兰玉珍海燕德华文明春生立新庆丰永福世昌少云佳宁子涵雨桐一鸣思远浩然晓东丽娟凤霞长贵"
PLACES = ["东昌府", "临清", "高唐", "茌平", "东阿", "阳谷", "莘县", "冠县", "开发区", "度假区", "平原", "夏津", "武城", "齐河"]
ROADS = ["振兴路", "兴华路", "柳园路", "湖南路", "花园路", "建设路", "利民路", "卫育路", "光岳路", "东昌路", "昌润路", "站前街", "古楼街"]
OFFICES = ["教育局", "水利局", "财政局", "审计局", "统计局", "民政局", "林业局", "交通局", "卫健局", "商务局", "文旅局", "应急局"]
FIRMS = ["鲁西", "金帝", "中通", "乖宝", "信发", "泉林", "时风", "祥光", "华润", "新和", "瑞泰", "恒昌", "天成", "宏达"]
CROPS = ["小麦", "玉米", "棉花", "大豆", "花生", "西瓜", "大蒜", "辣椒", "葡萄", "香瓜"]
HAN = "一二三四五六七八九"
TEAMS = ["聊城一中", "水城中学", "文轩中学", "颐中外国语", "北城中学", "东阿实验", "阳谷二中", "临清三中", "高唐一中"]


def name(r):
    return r.choice(SURNAMES) + "".join(r.choice(GIVEN) for _ in range(r.choice((1, 2, 2))))


def han_day(r):
    tens = r.choice(("", "十", "二十"))
    return tens + r.choice(HAN) + "日"


def han_month(r):
    return r.choice(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")) + "月"


def number(r, low, high):
    return str(r.randint(low, high))


TEMPLATES = [
    lambda r: f"讣告：我市离休干部{name(r)}同志因病医治无效，于{han_month(r)}{han_day(r)}逝世，享年{r.choice('七八九')}十{r.choice(HAN)}岁。{name(r)}同志遗体告别仪式定于{han_month(r)}{han_day(r)}上午在市殡仪馆举行，谨此讣闻。联系人：{name(r)}。",
    lambda r: f"注销公告：{r.choice(PLACES)}{r.choice(FIRMS)}商贸有限公司经股东会决议拟向登记机关申请注销登记，清算组由{name(r)}、{name(r)}组成，请债权人自公告之日起四十五日内向本公司清算组申报债权，逾期不申报视为放弃权利，特此公告。",
    lambda r: f"本报讯（记者 {name(r)}）{r.choice(PLACES)}今年种植{r.choice(CROPS)}{number(r, 3, 60)}万亩，目前长势良好，预计亩产可达{number(r, 300, 1500)}斤，总产量比去年增加{number(r, 2, 15)}个百分点，农技人员正深入田间地头指导农民做好病虫害防治工作。",
    lambda r: f"昨日进行的市中学生篮球联赛中，{r.choice(TEAMS)}队以{number(r, 50, 90)}比{number(r, 50, 90)}战胜{r.choice(TEAMS)}队，队员{name(r)}独得{number(r, 12, 35)}分，成为全场得分最高的球员。联赛由市体育局和市教育局联合主办，每周六下午在市体育馆进行。",
    lambda r: f"经市政府研究决定：任命{name(r)}同志为市{r.choice(OFFICES)}副局长，试用期一年；免去{name(r)}同志市{r.choice(OFFICES)}副局长职务，另有任用。以上同志的任免职时间自市政府研究决定之日起计算。",
    lambda r: f"寻找失主：本人于{number(r, 1, 12)}月{number(r, 1, 28)}日傍晚在{r.choice(ROADS)}与{r.choice(ROADS)}交叉口附近拾到钱包一个，内有现金和银行卡若干，请失主速与{name(r)}先生联系认领，逾期将交由当地派出所处理。",
    lambda r: f"招标公告：{r.choice(PLACES)}{r.choice(OFFICES)}办公楼维修改造工程已具备招标条件，现进行公开招标，项目总投资约{number(r, 80, 900)}万元，工期{number(r, 30, 180)}日历天，投标人须具备建筑工程施工总承包三级及以上资质，报名截止{number(r, 1, 12)}月{number(r, 1, 28)}日。",
    lambda r: f"喜讯：热烈祝贺我校{name(r)}同学在全国中学生{r.choice(('数学', '物理', '化学', '生物', '信息学'))}竞赛中荣获{r.choice('一二三')}等奖，指导教师{name(r)}老师被评为优秀辅导员，全校师生向他们表示祝贺，并希望同学们以他们为榜样刻苦学习。",
    lambda r: f"供暖通知：根据市热力公司安排，{r.choice(ROADS)}小区定于{number(r, 10, 12)}月{number(r, 1, 28)}日{number(r, 6, 12)}时开始注水打压，届时请家中留人，发现漏水请及时拨打值班电话，值班人员{name(r)}，给您带来的不便敬请谅解，感谢您的支持。",
    lambda r: f"法院公告：{name(r)}：本院受理原告{name(r)}诉你民间借贷纠纷一案，现依法向你公告送达起诉状副本、应诉通知书、举证通知书及开庭传票，自发出公告之日起经过三十日即视为送达，并定于举证期满后第三日上午{number(r, 8, 11)}时在本院第{r.choice(HAN)}法庭开庭审理。",
    lambda r: f"昨天上午，{r.choice(PLACES)}{r.choice(OFFICES)}组织党员干部到{r.choice(PLACES)}革命纪念馆开展主题党日活动，局长{name(r)}带领大家重温入党誓词，聆听红色故事，参观革命文物，大家纷纷表示要立足岗位，真抓实干，以实际行动为党旗增辉添彩。",
    lambda r: f"空气质量日报：昨日城区空气质量指数为{number(r, 30, 200)}，首要污染物为{r.choice(('细颗粒物', '臭氧', '可吸入颗粒物', '二氧化氮'))}，{r.choice(ROADS)}监测点最高，{r.choice(ROADS)}监测点最低，市环境监测中心提醒敏感人群减少户外活动，外出时请佩戴口罩做好防护。",
    lambda r: f"声明：{name(r)}不慎遗失{r.choice(PLACES)}{r.choice(FIRMS)}置业有限公司开具的购房收据一张，号码为{number(r, 1000000, 9999999)}，金额{number(r, 10, 80)}万元，现声明作废，由此产生的一切法律责任与出具单位无关，特此登报说明。",
    lambda r: f"{number(r, 1, 12)}月{number(r, 1, 28)}日粮食市场行情：{r.choice(PLACES)}{r.choice(CROPS)}收购价每斤{number(r, 1, 5)}.{number(r, 10, 99)}元，较昨日上涨{number(r, 1, 9)}分，{r.choice(FIRMS)}粮库日收购量{number(r, 100, 900)}吨，市场购销平稳，后市仍有小幅上行空间，请农户合理安排出售时间。",
    lambda r: f"活动预告：本周{r.choice('一二三四五六')}下午，市图书馆邀请{r.choice(('山东大学', '聊城大学', '山东师范大学', '青岛大学'))}教授{name(r)}作题为走进{r.choice(('诗经', '论语', '红楼梦', '聊斋', '水浒传'))}的公益讲座，地点在图书馆{r.choice('二三四五')}楼报告厅，欢迎广大市民前来聆听，座位有限，额满为止。",
    lambda r: f"本报讯（通讯员 {name(r)} {name(r)}）日前，{r.choice(PLACES)}公安分局{r.choice(ROADS)}派出所成功抓获一名网上逃犯，犯罪嫌疑人{name(r)[0]}某因涉嫌{r.choice(('盗窃', '诈骗', '抢劫', '故意伤害'))}被外地警方上网追逃，目前已移交办案单位，案件正在进一步审理之中。",
]

def noisy(text, share, r):
    pool = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    result = []
    for character in text:
        x = r.random()
        if x < share * 0.8:
            result.append(r.choice(pool))
        elif x < share * 0.9:
            continue
        else:
            result.append(character)
            if x > 1 - share * 0.1:
                result.append(r.choice(pool))
    return "".join(result)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--members", type=int, default=2, help="how often each template is filled")
    parser.add_argument("--noise", type=float, default=0.0, help="share of characters that are replaced, left out or added")
    parser.add_argument("--part", choices=("all", "even", "odd"), default="all", help="which templates")
    a = parser.parse_args()
    r = random.Random(a.seed)
    chosen = {"all": TEMPLATES, "even": TEMPLATES[::2], "odd": TEMPLATES[1::2]}[a.part]
    with open(a.out + ".docs.tsv", "w") as docs, open(a.out + ".truth.tsv", "w") as truth, open(a.out + ".hard.tsv", "w") as hard:
        for template_number, template in enumerate(chosen):
            texts = [template(r) for _ in range(a.members)]
            for member, text in enumerate(texts):
                name_ = f"t{template_number}m{member}"
                docs.write(f"{name_}\t{noisy(text, a.noise, r)}\n")
                hard.write(f"{name_}\tt{template_number}\n")
            docs.write(f"t{template_number}c\t{noisy(texts[0], a.noise, r)}\n")
            truth.write(f"t{template_number}m0\tt{template_number}c\tcopy\n")


main()
