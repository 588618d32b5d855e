import { addDays, type Day } from '@convener/kernel';
import { CuesService, type NewCue } from '@convener/run-sheet';
import type { Cast } from './cast';
import type { Office } from './office';

const HALL = '大會堂';
const VIP = '貴賓室';
const FOYER = '大會堂前廳';
const BANQUET = '宴會廳';

type Line = [time: string, minutes: number, place: string, title: string, more?: Partial<NewCue>];

/** What happens on the three days, as the programme has it seven weeks before. */
function linesOf(cast: Cast): Line[][] {
  const by = (...who: (keyof Cast)[]) => ({ personIds: who.map((role) => cast[role].personId) });
  return [
    [
      ['08:00', 60, FOYER, '註冊與報到', { ...by('shihan', 'pinyu'), notes: '報到臺 5 組；貴賓由禮賓引導至貴賓室。' }],
      ['08:40', 45, VIP, '貴賓接待', { ...by('logisticsLead'), outside: '環境部部長、市長、各國代表' }],
      ['09:00', 25, HALL, '來賓入場、暖場影片', { ...by('bohan'), notes: '影片循環播放，09:20 調暗燈光。' }],
      [
        ...(['09:30', 30, HALL, '開幕典禮'] as const),
        {
          ...{ ...by('manager', 'programmeLead'), outside: '環境部部長、學會理事長', fixed: true },
          notes: '燈光：全場暗、追蹤燈\n音響：進場樂 30 秒\n司儀詞：第 1 頁',
        },
      ],
      ['10:00', 50, HALL, '專題演講一：淨零城市的治理', { ...by('programmeLead'), outside: 'Prof. Anna Lindqvist' }],
      ['10:50', 30, FOYER, '茶敘', by('pinyu')],
      ['11:20', 70, HALL, '座談：城市如何面對極端氣候', { ...by('shihan'), outside: '三位與談人' }],
      ['12:30', 60, BANQUET, '午餐', { ...by('pinyu'), fixed: true }],
      ['13:40', 90, HALL, '論文發表 A', by('shihan')],
      ['15:10', 30, FOYER, '茶敘、展覽參觀', by('zonghan')],
      ['15:40', 80, HALL, '論文發表 B', by('shihan')],
    ],
    [
      ['09:00', 50, HALL, '專題演講二：循環經濟與公共採購', { ...by('programmeLead'), outside: '田中健一 教授' }],
      ['10:00', 30, FOYER, '茶敘', by('pinyu')],
      ['10:30', 90, HALL, '論文發表 C', by('shihan')],
      ['12:00', 70, BANQUET, '午餐', by('pinyu')],
      ['13:20', 100, HALL, '工作坊：社區能源', by('bohan')],
      ['17:00', 60, BANQUET, '晚宴彩排', { ...by('pinyu', 'bohan'), notes: '走位、試音、頒獎音樂。' }],
      ['18:30', 30, BANQUET, '晚宴迎賓', { ...by('logisticsLead'), outside: '弦樂四重奏' }],
      ['19:00', 20, BANQUET, '晚宴致詞', { ...by('manager'), outside: '市長', fixed: true }],
      ['19:20', 100, BANQUET, '晚宴', by('pinyu')],
      ['21:00', 40, BANQUET, '最佳論文頒獎', { ...by('programmeLead'), notes: '獎座五座，依序由右側上臺。' }],
      ['21:40', 50, BANQUET, '樂團演出', { outside: '爵士樂團' }],
      ['23:30', 60, BANQUET, '撤場、點交', { ...by('zonghan'), notes: '24:30 前歸還場地。' }],
    ],
    [
      ['09:00', 90, HALL, '論文發表 D', by('shihan')],
      ['10:30', 30, FOYER, '茶敘', by('pinyu')],
      ['11:00', 50, HALL, '專題演講三：公民參與', { ...by('programmeLead'), outside: 'Dr. Maria Santos' }],
      ['11:50', 30, HALL, '閉幕典禮、下屆主辦城市交接', { ...by('manager'), outside: '學會理事長', fixed: true }],
      ['12:30', 90, FOYER, '報到臺與展場撤場', by('zonghan', 'pinyu')],
    ],
  ];
}

/** The manager writes the run sheet of the three days. */
export async function writeRunSheet({ app, cast, projectId }: Office, opening: Day): Promise<void> {
  const cues = linesOf(cast).flatMap((lines, at) =>
    lines.map(([time, minutes, place, title, more]): NewCue => {
      const [hours, rest] = time.split(':').map(Number);
      return { day: addDays(opening, at), minute: hours! * 60 + rest!, minutes, place, title, ...more };
    }),
  );
  await app.get(CuesService).add(cast.manager, projectId, cues);
}
