import type { List } from './list';

const FEES: Readonly<Record<string, number>> = { member: 4200, nonMember: 5200, student: 1800 };

const GUESTS: readonly (readonly [name: string, organisation: string, title: string, kind: string])[] = [
  ['林佳蓉', '國立臺灣大學', '副教授', 'nonMember'],
  ['陳昱安', '國立成功大學', '教授', 'member'],
  ['黃思齊', '國立陽明交通大學', '博士生', 'student'],
  ['張雅筑', '臺北市政府環境保護局', '科長', 'nonMember'],
  ['李承翰', '國家環境研究院', '研究員', 'member'],
  ['王怡君', '逢甲大學', '助理教授', 'member'],
  ['吳宗憲', '台灣電力公司', '處長', 'nonMember'],
  ['劉佩珊', '桃園市政府', '專員', 'member'],
  ['蔡孟儒', '中央研究院', '博士後研究', 'member'],
  ['楊子萱', '國立臺灣師範大學', '碩士生', 'student'],
  ['許家豪', '遠曜電力股份有限公司', '經理', 'member'],
  ['鄭惠文', '綠原營造股份有限公司', '協理', 'member'],
  ['謝明哲', '國立中山大學', '教授', 'nonMember'],
  ['郭芷瑄', '東海大學', '碩士生', 'student'],
  ['洪志遠', '臺灣永續城市學會', '常務理事', 'guest'],
  ['曾淑惠', '高雄市政府', '主任秘書', 'guest'],
  ['歐陽文華', '淡江大學', '教授', 'member'],
  ['邱冠廷', '聯合報', '記者', 'press'],
  ['周曉彤', '天下雜誌', '記者', 'press'],
  ['廖偉傑', '財團法人工業技術研究院', '正工程師', 'member'],
  ['賴品妤', '國立政治大學', '博士生', 'student'],
  ['徐詩涵', '新北市政府', '股長', 'nonMember'],
  ['葉俊宏', '海碩水務科技', '總監', 'exhibitor'],
  ['潘玉珍', '國立東華大學', '副教授', 'member'],
  ['Anna Lindqvist', 'KTH Royal Institute of Technology', 'Professor', 'speaker'],
  ['田中 健一', '東京大学', '教授', 'speaker'],
  ['Maria Santos', 'Universidade de Lisboa', 'Researcher', 'speaker'],
  ['Nguyen Thi Minh Anh', 'Vietnam National University, Hanoi', 'Lecturer', 'nonMember'],
  ['James O’Connor', 'University of Melbourne', 'Senior Lecturer', 'member'],
  ['Siti Nurhaliza binti Ahmad', 'Universiti Malaya', 'PhD candidate', 'student'],
  ['Kim Seo-yeon', 'The Seoul Institute', 'Research Fellow', 'nonMember'],
  ['Rajesh Krishnamurthy', 'Indian Institute of Science', 'Professor', 'member'],
  ['簡立民', '國立臺北大學', '教授', 'member'],
  ['范文芳', '客家委員會', '專門委員', 'nonMember'],
  ['Kevin Tan', 'National University of Singapore', 'Associate Professor', 'member'],
  ['宋美慧', '大安銀行', '襄理', 'member'],
  ['石佳玲', '國立中興大學', '碩士生', 'student'],
  ['高子晴', '遠曜電力股份有限公司', '公關經理', 'exhibitor'],
  ['連振宇', '內政部國土管理署', '正工程司', 'member'],
  ['方舒涵', '晨光太陽能', '專案經理', 'exhibitor'],
];

/** Who has registered: most have paid, some want the receipt in their office's name. */
export const REGISTRATIONS: List = {
  about: { preset: 'registrations', teamKey: 'registration' },
  columns: 'number name organisation title email phone kind way fee paid receipt receiptTitle taxId diet',
  rows: GUESTS.map(([name, organisation, title, kind], at) => {
    const fee = FEES[kind] ?? 0;
    const paid = fee === 0 || at % 5 !== 0;
    const receipt = fee > 0 && paid ? `R${1001 + at}` : null;
    const made = receipt && at % 4 === 0 ? [organisation, String(10_000_000 + at * 812_345)] : [null, null];
    const phone = `0900-${digits(at * 37)}-${digits(at * 91)}`;
    const reach = [`guest${at + 1}@demo.example`, phone];
    const diet = at % 6 === 1 ? '素食' : null;
    return [
      `A${digits(at + 1)}`,
      name,
      organisation,
      title,
      ...reach,
      kind,
      'online',
      fee,
      paid ? '是' : '否',
      receipt,
      ...made,
      diet,
    ];
  }),
};

function digits(number: number): string {
  return String(number % 1000).padStart(3, '0');
}
