import type { List } from './list';

const SHIFTS = ['{0} 07:00~12:30', '{0} 12:00~18:00', '{1} 08:00~13:00', '{1} 17:00~23:30', '{2} 08:00~15:00'] as const;

/** Who comes, who works where, and whom to call. */
export const PEOPLE: readonly List[] = [
  {
    about: { preset: 'staffing', teamKey: 'on-site-staff' },
    columns: 'place shift work needed assigned temporary lead people note',
    rows: [
      [
        '報到處',
        SHIFTS[0],
        '報到、發放名牌與資料袋',
        8,
        8,
        5,
        '黃詩涵',
        '陳柏宇、林芷伶、張庭瑋、李佩蓁、吳育誠',
        '07:30 完成設備測試',
      ],
      ['報到處', SHIFTS[1], '現場註冊、收費開立收據', 4, 4, 2, '黃詩涵', '陳柏宇、林芷伶', null],
      ['大會堂', SHIFTS[0], '入場引導、麥克風傳遞', 6, 5, 4, '蔡宗翰', '許凱文、鄭宇倫、楊恩慈、周子軒', null],
      ['大會堂', SHIFTS[1], '入場引導、計時', 6, 6, 4, '蔡宗翰', '許凱文、鄭宇倫、楊恩慈、周子軒', null],
      ['大會堂', SHIFTS[2], '入場引導、計時', 6, 4, 3, '蔡宗翰', '許凱文、鄭宇倫、楊恩慈', '尚缺 2 人'],
      ['貴賓室', SHIFTS[0], '貴賓接待、茶水', 3, 3, 1, null, '馮語彤', null],
      ['展覽區', SHIFTS[0], '參展廠商服務、動線維持', 3, 3, 2, '蔡宗翰', '杜浩然、簡妤庭', null],
      ['展覽區', SHIFTS[4], '撤場點交', 4, 3, 2, '蔡宗翰', '杜浩然、簡妤庭', null],
      ['宴會廳', SHIFTS[3], '晚宴桌次引導', 6, 6, 4, null, '馮語彤、楊恩慈、周子軒、李佩蓁', null],
      ['接駁點', SHIFTS[0], '貴賓接駁調度', 2, 2, 0, null, null, null],
    ],
  },
  {
    about: { preset: 'incidents', teamKey: 'on-site-staff' },
    columns: 'problem dayDays place scope cause handling owner reporter solved note',
    rows: [
      [
        '報名系統收據抬頭無法修改',
        -33,
        '線上',
        '約 40 筆收據',
        '欄位上線時未開放',
        '廠商更新系統，逐筆通知改正',
        '林雅婷',
        '黃詩涵',
        '是',
        null,
      ],
      [
        '大會堂無線麥克風與隔壁場次同頻',
        -18,
        '大會堂',
        '場勘測試',
        '頻率未協調',
        '改用場館配發頻段，已再測',
        '蔡宗翰',
        '場館音控',
        '是',
        null,
      ],
      [
        '論文 P-087 作者與題目對調',
        -12,
        '線上議程',
        '一篇論文',
        '匯入時欄位錯置',
        '議程已更正並致歉',
        '黃詩涵',
        '作者本人',
        '是',
        null,
      ],
      [
        '飯店通知 4 樓整修，講者房需換樓層',
        -5,
        '臺北國賓大飯店',
        '講者住房 6 間',
        '飯店工程延期',
        '改排 8 樓，待飯店書面確認',
        null,
        '飯店業務',
        '否',
        '確認前不通知講者',
      ],
    ],
  },
  {
    about: { preset: 'vendors', teamKey: 'sponsorship-outsourcing' },
    columns: 'vendor work taxId amount contact phone email',
    rows: [
      ['宏聲視聽工程有限公司', '舞臺、燈光、音響', '27915538', 880_000, '范振國', '02-2999-3187', 'av@vendor.example'],
      [
        '譯橋語言服務有限公司',
        '中英、中日同步口譯',
        '53384021',
        342_000,
        '袁家慧',
        '02-2755-2046',
        'interpret@vendor.example',
      ],
      [
        '圓味餐飲股份有限公司',
        '午餐、茶敘',
        '24537710',
        990_000,
        '姜淑芳',
        '02-8792-6631#12',
        'catering@vendor.example',
      ],
      ['雲會科技股份有限公司', '網站與報名系統', '83120945', 320_000, '唐志強', '02-2656-1180', 'web@vendor.example'],
      ['首都客運股份有限公司', '貴賓接駁', '12208883', 96_000, '孔令傑', '02-2345-7001', 'bus@vendor.example'],
    ],
  },
  {
    about: {
      ...{ name: '緊急聯絡電話', nameEn: 'Emergency numbers', teamKey: 'on-site-staff' },
      columns: [
        word('place', '單位', 'Whom to call'),
        { ...word('phone', '電話', 'Phone'), type: 'phone' },
        word('where', '說明', 'What for'),
      ],
    },
    columns: 'place phone where',
    rows: [
      ['場館防災中心', '02-2725-5200#2119', '火警、停電、電梯受困，24 小時'],
      ['臺北醫學大學附設醫院急診', '02-2737-2181', '距會場車程約 8 分鐘'],
      ['信義分局三張犁派出所', '02-2729-6464', '治安、走失、失竊'],
      ['消防與救護', '119', '撥通後同時通知工作站'],
    ],
  },
];

function word(key: string, name: string, nameEn: string) {
  const plain = { required: false, unique: false, personal: false, unit: null, choices: [] };
  return { key, name, nameEn, type: 'text' as const, ...plain };
}
