import { useEffect, useRef, useState } from 'react';
import type { Preview, Template } from '../../api/types';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { Panel } from '../../components/Panel';
import { daysBetween, formatDay, todayIn } from '../../format/dates';
import { ruleInWords } from '../../format/rules';
import { useI18n } from '../../i18n';
import { CalendarNotes } from './CalendarNotes';
import { DayTrack } from './DayTrack';
import type { Draft } from './draft';
import { followed, type Followed } from './followed';
import { FollowedNote } from './FollowedNote';

interface Props {
  draft: Draft;
  change: (part: Draft) => void;
  problem: (pointer: string, missing?: boolean) => string | undefined;
  template: Template;
  /** The last plan that could be made. */
  plan: Preview | undefined;
}

/** What is to be known of a day, in words. */
function DayNotes({ plan, day }: { plan: Preview | undefined; day: string }) {
  const { pick } = useI18n();
  const notes = plan?.anchorNotes.filter(({ key }) => key === day) ?? [];
  return notes.map((note) => (
    <span key={note.zh} className="day-note">
      {pick(note.zh, note.en)}
    </span>
  ));
}

/** First and last day of the event, which everything else counts from; closing goes along until it is given itself. */
function EventSpan({ draft, change, problem, plan }: Props) {
  const { t } = useI18n();
  const set = (key: 'opening' | 'closing', day: string | undefined) =>
    change(key === 'opening' ? { opening: day, closing: draft.closing ?? day } : { closing: day });
  return (
    <div className="field-pair">
      {(['opening', 'closing'] as const).map((key) => (
        <Field
          key={key}
          label={t(`project.${key}`)}
          error={problem(`/${key}`, !draft[key])}
          hint={draft[key] && <DayNotes plan={plan} day={key} />}
        >
          {(control) => (
            <DayField control={control} value={draft[key]} onChange={(day) => set(key, day ?? undefined)} />
          )}
        </Field>
      ))}
    </div>
  );
}

interface RowProps extends Props {
  anchor: Template['anchors'][number];
  moved: Followed | null;
}

/** Proposed by the template until it is given: typed over in its place. */
function AnchorRow({ anchor, draft, change, problem, template, plan, moved }: RowProps) {
  const { t, pick } = useI18n();
  const { key, defaultRule } = anchor;
  const given = draft.anchors?.[key];
  const day = given ?? plan?.anchors.find((one) => one.key === key)?.day;
  const from = moved?.anchors.find((one) => one.key === key)?.from;
  const rule = ruleInWords(defaultRule ?? '', template.anchors);
  const set = (next: string | null) => {
    const { [key]: _old, ...others } = draft.anchors ?? {};
    change({ anchors: next ? { ...others, [key]: next } : others });
  };
  const hint = (
    <>
      {given ? (
        <button
          type="button"
          className="link-button"
          onClick={(event) => {
            // The button goes with the day that it takes back.
            event.currentTarget.closest('.field')?.querySelector('input')?.focus();
            set(null);
          }}
        >
          {t('start.backToRule', { rule })}
        </button>
      ) : (
        t('start.proposed', { rule })
      )}
      {from && <span className="day-from">{t('start.movedFrom', { day: formatDay(from) })}</span>}
      {day && <DayNotes plan={plan} day={key} />}
    </>
  );
  return (
    <li className={given ? 'day-row day-row-given' : 'day-row'}>
      <Field label={pick(anchor.name, anchor.nameEn)} error={problem(`/anchors/${key}`)} hint={hint}>
        {(control) => (
          <DayField
            control={control}
            value={day}
            onChange={set}
            allowClear={Boolean(given)}
            placeholder={t('start.defaultLater')}
          />
        )}
      </Field>
    </li>
  );
}

/** What the last change of a day moved along. */
function useFollowed(plan: Preview | undefined): Followed | null {
  const before = useRef<Preview | undefined>(undefined);
  const [moved, setMoved] = useState<Followed | null>(null);
  useEffect(() => {
    if (plan && before.current && before.current !== plan) setMoved(followed(before.current, plan));
    before.current = plan;
  }, [plan]);
  return moved;
}

/** A day that is no field here: today, and the event's own days, which are asked for above. */
function PlainRow({ name, day, today }: { name: string; day: string; today?: boolean }) {
  return (
    <li className={today ? 'day-row day-row-plain day-row-today' : 'day-row day-row-plain day-row-event'}>
      <b>{name}</b> <span className="day">{formatDay(day)}</span>
    </li>
  );
}

/** Opening, closing and all anchors on one line from today on. */
export function EventDays(props: Props) {
  const { t, pick } = useI18n();
  const { draft, template, plan } = props;
  const moved = useFollowed(plan);
  const today = todayIn(draft.zone ?? 'Asia/Taipei');
  const left = draft.opening ? daysBetween(today, draft.opening) : null;
  return (
    <Panel
      title={t('start.days')}
      className="event-days"
      count={left !== null && left > 0 ? t('date.toOpening', { count: left }) : undefined}
    >
      <EventSpan {...props} />
      {plan && (
        <DayTrack
          today={today}
          marks={plan.anchors.map((anchor) => ({ ...anchor, label: pick(anchor.name, anchor.nameEn) }))}
        />
      )}
      {left !== null && left >= 0 && left < template.horizonDays && (
        <p className="note">{t('start.shortTime', { left, horizon: template.horizonDays })}</p>
      )}
      {plan && <CalendarNotes years={plan.calendar} />}
      <FollowedNote moved={moved} />
      <p className="field-hint">{t('start.daysHint')}</p>
      <ol className="day-rows-line">
        <PlainRow today name={t('start.today')} day={today} />
        {template.anchors.map((anchor) => {
          if (anchor.defaultRule !== null)
            return <AnchorRow key={anchor.key} anchor={anchor} moved={moved} {...props} />;
          const day = draft[anchor.key === 'opening' ? 'opening' : 'closing'];
          return day && <PlainRow key={anchor.key} name={pick(anchor.name, anchor.nameEn)} day={day} />;
        })}
      </ol>
    </Panel>
  );
}
