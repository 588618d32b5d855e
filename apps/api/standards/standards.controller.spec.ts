import { join } from 'node:path';
import { StandardsLibrary } from '@convener/standards';
import { StandardsController } from './standards.controller';

const controller = new StandardsController(StandardsLibrary.read(join(__dirname, '../../../seeds/standards')));

describe('StandardsController', () => {
  it('lists the standards in short, with who replaces whom', () => {
    const { items } = controller.list();
    expect(items).toHaveLength(10);
    expect(items.find(({ slug }) => slug === 'meeting-executive-2017')).toEqual({
      slug: 'meeting-executive-2017',
      code: 'BAS2421-002',
      name: '會議專案執行人員',
      edition: '2017',
      level: 4,
      description: expect.stringContaining('在專案執行過程中'),
      supersedes: null,
      supersededBy: 'conference-project-executive',
      counts: { duties: 7, tasks: 37, outputs: 57, indicators: 117 },
    });
  });

  it('shows one in full, with the places of its parts', () => {
    const standard = controller.show('exhibition-marketing-specialist');
    expect(standard.counts).toEqual({ duties: 5, tasks: 18, outputs: 36, indicators: 50 });
    const task = standard.duties[2]?.tasks[1];
    expect(task).toMatchObject({
      place: 'T3.2',
      title: '運用各種媒體邀約買主',
      condition: '僅 B2B 有此工作任務，B2C 沒有',
    });
    expect(task?.indicators[4]).toMatchObject({ place: 'T3.2/P3.2.5', condition: '僅 B2B 有以上行為指標，B2C 沒有' });
  });

  it('answers 404 for a slug that names none', () => {
    expect(() => controller.show('__proto__')).toThrow(expect.objectContaining({ status: 404 }));
  });
});
