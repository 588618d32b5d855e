import { many, one, OTHER, overall, rate, type Ready, recommend, section, write } from './ready';

export const CLIENTS: Ready = {
  name: '主辦單位／委託客戶',
  nameEn: 'Host or client',
  intro: '感謝貴單位委託。請就這次合作給我們意見，作為後續服務的依據，約需 3 分鐘。',
  introEn: 'Thank you for trusting us with your event. Tell us how we did; it takes about three minutes.',
  sections: [
    section(
      ['規劃', 'Planning'],
      rate('對貴單位需求與目標的了解', 'How well we understood what you wanted'),
      rate('企劃內容與創意', 'The plan and its ideas'),
      rate('時程的掌握', 'Keeping to the schedule'),
      rate('預算的掌握與說明', 'Keeping to the budget and explaining it'),
    ),
    section(
      ['溝通', 'Working together'],
      rate('窗口的回覆速度', 'How fast we answered'),
      rate('會議與紀錄的品質', 'Meetings and their minutes'),
      rate('變更與突發狀況的處理', 'How we dealt with changes and surprises'),
    ),
    section(
      ['執行', 'The event itself'],
      rate('現場人員的專業', 'How professional the staff were'),
      rate('貴賓接待', 'Looking after guests of honour'),
      rate('場地、設備與廠商的品質', 'Venue, equipment and suppliers'),
      rate('宣傳成效', 'What publicity achieved'),
    ),
    section(
      ['整體', 'Overall'],
      overall('整體而言，對這次服務的滿意程度', 'All in all, how satisfied are you with our work?'),
      one(
        ['活動是否達成貴單位當初設定的目標？', 'Did the event do what you wanted it to?'],
        ['超過預期', 'More than that'],
        ['大致達成', 'On the whole'],
        ['部分達成', 'In part'],
        ['沒有達成', 'No'],
      ),
      recommend('您有多願意向其他單位推薦我們？', 'How likely are you to recommend us?'),
      write('做得最好的是什麼？', 'What did we do best?'),
      write('下次希望我們改變什麼？', 'What should we change next time?'),
    ),
  ],
};

export const SPONSORS: Ready = {
  name: '贊助單位',
  nameEn: 'Sponsors',
  intro: '感謝貴單位的支持。請告訴我們贊助權益是否落實、成效如何，約需 3 分鐘。',
  introEn: 'Thank you for your support. Tell us whether you got what was agreed, and what it did for you.',
  sections: [
    section(
      ['權益', 'What was agreed'],
      many(
        ['貴單位這次使用了哪些權益？', 'Which benefits did you use?'],
        ['商標露出', 'Logo placement'],
        ['展位', 'A stand'],
        ['演講或專場', 'A talk or session'],
        ['廣告頁或插頁', 'Advertisements or inserts'],
        ['晚宴或貴賓席', 'Seats at the dinner'],
        OTHER,
      ),
      rate('權益內容的清楚程度', 'How clear the benefits were'),
      rate('權益落實的程度', 'Whether they were delivered'),
      rate('商標與文宣的呈現', 'How your logo and texts looked'),
    ),
    section(
      ['合作', 'Working together'],
      rate('聯繫窗口的服務', 'Your contact person'),
      rate('時程與資料繳交的安排', 'Deadlines for what you had to send'),
      rate('現場接待', 'How you were received on site'),
    ),
    section(
      ['成效', 'What it did for you'],
      rate('接觸到目標對象的程度', 'Reaching the right people'),
      rate('贊助金額與效益的比例', 'Value for the amount given'),
      overall('整體而言，對這次贊助的滿意程度', 'All in all, how satisfied are you?'),
      one(
        ['下一屆是否願意繼續贊助？', 'Would you sponsor the next edition?'],
        ['願意', 'Yes'],
        ['視方案而定', 'It depends on the offer'],
        ['不考慮', 'No'],
      ),
      recommend('您有多願意推薦其他單位贊助？', 'How likely are you to recommend sponsoring?'),
      write('希望增加或調整的權益', 'Which benefits would you add or change?'),
    ),
  ],
};
