import type { Bilingual } from '@convener/kernel';
import type { PublishedTemplate, Template } from '@convener/templates';
import type { StartDraft } from './start.types';

export interface FittedDraft {
  draft: StartDraft;
  /** What had to go because the template has changed since, in words. */
  dropped: Bilingual[];
}

/**
 * A draft as its template now takes it. Name, dates and whatever else does not hang on the template always stay; where
 * the template is gone, all that answered to it goes with it.
 */
export function fitDraft(draft: StartDraft, published: PublishedTemplate | null): FittedDraft {
  if (draft.template === undefined) return { draft, dropped: [] };
  if (!published) {
    const { template: slug, templateVersion: _v, anchors: _a, options: _o, teams: _t, invite: _i, ...rest } = draft;
    return {
      draft: { ...rest, step: 'template' },
      dropped: [
        {
          zh: `範本「${slug}」已經停用，請另選一個；專案名稱與日期都還在。`,
          en: `The template "${slug}" is no longer offered. Please choose another one; name and dates are kept.`,
        },
      ],
    };
  }
  const { template, version } = published;
  if (draft.templateVersion === version) return { draft, dropped: [] };
  const { fitting, lost } = fittingParts(draft, template);
  return { draft: { ...draft, ...fitting, templateVersion: version }, dropped: lost };
}

function fittingParts(draft: StartDraft, template: Template): { fitting: StartDraft; lost: Bilingual[] } {
  const anchors = split(Object.entries(draft.anchors ?? {}), ([key]) =>
    template.anchors.some((one) => one.key === key),
  );
  const options = split(Object.entries(draft.options ?? {}), ([key, answer]) =>
    template.options.some((one) => one.key === key && one.choices.some(({ value }) => value === answer)),
  );
  const hasTeam = ({ team }: { team: string }) => template.teams.some(({ key }) => key === team);
  const teams = split(draft.teams ?? [], hasTeam);
  const invite = split(draft.invite ?? [], hasTeam);
  const lostTeams = new Set([...teams.lost, ...invite.lost].map(({ team }) => team)).size;
  return {
    fitting: {
      ...(draft.anchors && { anchors: Object.fromEntries(anchors.kept) }),
      ...(draft.options && { options: Object.fromEntries(options.kept) }),
      ...(draft.teams && { teams: teams.kept }),
      ...(draft.invite && { invite: invite.kept }),
    },
    lost: [
      ...told(anchors.lost.length, (n) => ({
        zh: `新版範本沒有其中 ${n} 個基準日，已拿掉。`,
        en: `The new version of the template has no place for ${n} of the anchor days; they were taken out.`,
      })),
      ...told(options.lost.length, (n) => ({
        zh: `新版範本改了問題，其中 ${n} 個回答不再適用，請再看一次條件。`,
        en: `The new version of the template asks differently: ${n} of the answers no longer apply. Please look at the options again.`,
      })),
      ...told(lostTeams, (n) => ({
        zh: `新版範本沒有其中 ${n} 個工作小組，組裡的人要重新安排。`,
        en: `The new version of the template lacks ${n} of the sub-teams; their people need another place.`,
      })),
    ],
  };
}

const told = (count: number, words: (count: number) => Bilingual): Bilingual[] => (count > 0 ? [words(count)] : []);

function split<T>(all: readonly T[], fits: (one: T) => boolean): { kept: T[]; lost: T[] } {
  return { kept: all.filter(fits), lost: all.filter((one) => !fits(one)) };
}
