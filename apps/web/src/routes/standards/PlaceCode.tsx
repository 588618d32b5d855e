import { notify } from '../../app/notify';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';
import { useReading } from './reading';

/** A printed code. On the standard's own page it is the address of its row: choosing it also copies that address. */
export function PlaceCode({ place, code }: { place: string; code: string | null }) {
  const { t } = useI18n();
  const { here } = useReading();
  if (here === null) return code && <span className="code">{code}</span>;
  const anchor = anchorOf(place);
  const copy = () => {
    const link = new URL(`#${anchor}`, location.href).href;
    navigator.clipboard?.writeText(link).then(
      () => notify.success(t('standard.linkCopied')),
      () => {},
    );
  };
  return (
    <a className="code place-code" href={`#${anchor}`} title={t('standard.copyLink')} onClick={copy}>
      {code ?? '§'}
    </a>
  );
}
