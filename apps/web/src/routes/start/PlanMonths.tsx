import Button from 'antd/es/button';
import { useMemo, useState } from 'react';
import { Select } from '../../components/late';
import type { Preview } from '../../api/types';
import { useIsPhone } from '../../app/useIsPhone';
import { useI18n } from '../../i18n';
import { DayAgenda } from './DayAgenda';
import { MonthTable } from './MonthTable';
import { PlanCalendar } from './monthGrid';
import type { By } from './planGroups';
import { monthAfter } from './trackGeometry';
import { useGroupName } from './useGroupName';

/** Every month from the first to the last, both included. */
function monthsBetween(first: string, last: string): string[] {
  const months = [first];
  while (months.at(-1)! < last) months.push(monthAfter(months.at(-1)!));
  return months;
}

/** The plan month by month: a table at a desk, the days that matter as a list on a phone. */
export function PlanMonths({ plan, by }: { plan: Preview; by: By }) {
  const { t } = useI18n();
  const phone = useIsPhone();
  const calendar = useMemo(() => new PlanCalendar(plan), [plan]);
  const nameOf = useGroupName(plan);
  const span = calendar.months();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!span) return null;
  const months = monthsBetween(span.first, span.last);
  const month = chosen && months.includes(chosen) ? chosen : span.first;
  const at = months.indexOf(month);
  const props = { calendar, month, groupOf: (item: Preview['items'][number]) => nameOf(by, item[by]) };
  return (
    <section className="plan-months" aria-label={t('start.view.calendar')}>
      <header className="plan-months-bar">
        <Button disabled={at === 0} onClick={() => setChosen(months[at - 1] ?? null)}>
          {t('start.monthBefore')}
        </Button>
        <Select
          aria-label={t('start.month')}
          value={month}
          options={months.map((value) => ({ value, label: value.replace('-', '/') }))}
          onChange={setChosen}
        />
        <Button disabled={at === months.length - 1} onClick={() => setChosen(months[at + 1] ?? null)}>
          {t('start.monthAfter')}
        </Button>
      </header>
      {phone ? <DayAgenda {...props} /> : <MonthTable {...props} />}
    </section>
  );
}
