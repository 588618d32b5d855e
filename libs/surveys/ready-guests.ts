import { many, one, OTHER, overall, rate, type Ready, recommend, section, write } from './ready';

export const ATTENDEES: Ready = {
  name: '會議與會者',
  nameEn: 'Conference attendees',
  intro: '感謝您的參與。約需 3 分鐘，您的意見會直接用來規劃下一屆。',
  introEn: 'Thank you for coming. This takes about three minutes and shapes the next edition.',
  sections: [
    section(
      ['關於您', 'About you'],
      one(
        ['您這次參加的身分是？', 'In what role did you take part?'],
        ['一般與會者', 'Attendee'],
        ['論文發表人', 'Presenter'],
        ['講者或主持人', 'Speaker or chair'],
        ['學生', 'Student'],
        OTHER,
      ),
      many(
        ['您從哪裡得知這場會議？', 'How did you hear of the conference?'],
        ['學會或公協會通知', 'A society or association'],
        ['同事、朋友介紹', 'Colleagues or friends'],
        ['電子報', 'A newsletter'],
        ['社群媒體', 'Social media'],
        ['會議網站', 'The website'],
        OTHER,
      ),
    ),
    section(
      ['報名與報到', 'Registration'],
      rate('線上報名與繳費流程', 'Registering and paying online'),
      rate('行前通知的內容與時間', 'What you were told before, and when'),
      rate('現場報到的速度', 'How fast checking in was'),
    ),
    section(
      ['議程', 'Programme'],
      rate('主題與您工作或研究的相關程度', 'How much the topics have to do with your work'),
      rate('專題演講', 'The keynotes'),
      rate('分場發表與討論', 'The sessions and their discussions'),
      rate('時間安排', 'The timetable'),
    ),
    section(
      ['場地與服務', 'Venue and services'],
      rate('會場空間與座位', 'Rooms and seats'),
      rate('投影、音響與口譯', 'Projection, sound and interpreting'),
      rate('餐點與茶歇', 'Meals and breaks'),
      rate('交通與指標', 'Getting there and finding the way'),
      rate('工作人員的協助', 'Help from the staff'),
    ),
    section(
      ['整體', 'Overall'],
      overall('整體而言，您對這場會議的滿意程度', 'All in all, how satisfied are you?'),
      recommend(
        '您有多願意推薦同事或朋友參加下一屆？',
        'How likely are you to recommend the next edition to a colleague?',
      ),
      write('最有收穫的是什麼？', 'What did you take home?'),
      write('最需要改進的是什麼？', 'What should be done better?'),
    ),
  ],
};

export const EXHIBITORS: Ready = {
  name: '參展商',
  nameEn: 'Exhibitors',
  intro: '感謝貴公司參展。請由負責展位的同仁填寫，約需 4 分鐘。',
  introEn: 'Thank you for exhibiting. Whoever was in charge of your stand answers best; it takes about four minutes.',
  sections: [
    section(
      ['貴公司', 'Your company'],
      one(
        ['這是貴公司第幾次參加這個展覽？', 'How often have you exhibited here?'],
        ['第一次', 'For the first time'],
        ['第二至三次', 'Two or three times'],
        ['四次以上', 'Four times or more'],
      ),
      many(
        ['貴公司參展的主要目的是？', 'What did you come for?'],
        ['開發新客戶', 'New customers'],
        ['拜訪既有客戶', 'Present customers'],
        ['發表新產品', 'Launching a product'],
        ['提升品牌知名度', 'Being seen'],
        ['了解市場', 'Knowing the market'],
        OTHER,
      ),
    ),
    section(
      ['展前', 'Before the show'],
      rate('報名與選位流程', 'Booking and choosing the stand'),
      rate('參展手冊的清楚程度', 'The exhibitor manual'),
      rate('主辦單位的聯繫與回覆', 'How the organisers answered'),
    ),
    section(
      ['進退場與現場', 'On site'],
      rate('進場、退場的時間與動線', 'Times and ways of moving in and out'),
      rate('水電、網路與裝潢服務', 'Power, water, network and stand building'),
      rate('展場指標與人潮動線', 'Signs and the flow of visitors'),
      rate('清潔與保全', 'Cleaning and security'),
      rate('現場工作人員的協助', 'Help from the staff'),
    ),
    section(
      ['成效', 'Results'],
      rate('參觀者的數量', 'How many visitors came'),
      rate('參觀者的品質（是否為目標客群）', 'Whether they were the right ones'),
      one(
        ['現場洽談的有效名單約有多少？', 'About how many useful contacts did you make?'],
        ['10 筆以下', 'Fewer than 10'],
        ['10 至 30 筆', '10 to 30'],
        ['31 至 100 筆', '31 to 100'],
        ['超過 100 筆', 'More than 100'],
      ),
      overall('整體而言，對這次參展的滿意程度', 'All in all, how satisfied are you with exhibiting here?'),
      one(
        ['明年是否願意再參展？', 'Will you exhibit next year?'],
        ['會', 'Yes'],
        ['還在考慮', 'Perhaps'],
        ['不會', 'No'],
      ),
      recommend('您有多願意推薦同業參展？', 'How likely are you to recommend exhibiting here?'),
      write('對主辦單位的建議', 'What would you tell the organisers?'),
    ),
  ],
};
