import { type ComponentType, lazy, Suspense } from 'react';
import { lateTexts } from '../../i18n';
import { patiently } from './latePart';

/** A part of a page that few first visits show, fetched with its texts when it is first drawn; not before `may`. */
export function lateSection<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  may: Promise<void> = Promise.resolve(),
) {
  const Part = lazy(async () => {
    await may;
    const [part] = await patiently(() => Promise.all([load(), lateTexts()]));
    return { default: part };
  }) as unknown as ComponentType<Props>;
  return function LateSection(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
