import { api } from '../api/client';
import { ifMatch } from '../api/edit';
import { may } from '../api/types';
import { showMe, useMe, useSignOut } from '../app/session';
import { useI18n } from '../i18n';
import { keysHelp } from '../keys';
import type { PaletteEntry } from './entry';
import { useProjectHere } from './usePlaces';

/** What can be done from wherever one is. */
export function useActions(): PaletteEntry[] {
  const { t, locale } = useI18n();
  const me = useMe();
  const project = useProjectHere();
  const signOut = useSignOut();
  const language = api.useMutation('patch', '/api/me', { onSuccess: showMe });
  const other = locale === 'en' ? 'zh-TW' : 'en';
  const speak = () => language.mutate({ params: { header: ifMatch(me) }, body: { locale: other } });
  const action = (id: string, label: string, does: Pick<PaletteEntry, 'href' | 'run' | 'words'>): PaletteEntry => ({
    ...{ id: `action ${id}`, section: 'actions', label, ...does },
  });
  return [
    ...(project && may(project, 'add-item')
      ? [action('add-item', t('item.addTitle'), { href: `/projects/${project.id}?add=true` })]
      : []),
    ...(me.workspaceRole ? [action('start', t('projects.start'), { href: '/projects/new' })] : []),
    action('keys', t('keys.title'), { run: () => keysHelp.set(true), words: 'keyboard' }),
    action('language', t('palette.otherLanguage', { language: t(`app.language.${other}`) }), {
      ...{ run: speak, words: 'language English' },
    }),
    action('sign-out', t('account.signOut'), { run: () => void signOut(), words: 'sign out' }),
  ];
}
