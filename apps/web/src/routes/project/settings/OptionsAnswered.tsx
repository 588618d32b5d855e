import { api } from '../../../api/client';
import type { Project } from '../../../api/types';
import { Fact } from '../../../components/Fact';
import { useI18n } from '../../../i18n';

/** What was answered at the start, in the template's own questions. */
export function OptionsAnswered({ project }: { project: Project }) {
  const { t, pick } = useI18n();
  const { data } = api.useQuery('get', '/api/templates/{slug}', { params: { path: { slug: project.template.slug } } });
  const answered = data?.options.filter((option) => project.options[option.key] !== undefined) ?? [];
  const template = `${pick(project.template.name, project.template.nameEn)} · ${t('template.version', { version: project.template.version })}`;
  return (
    <dl className="fact-list fact-list-wide">
      <Fact term={t('word.template')}>{template}</Fact>
      {answered.map((option) => {
        const choice = option.choices.find((one) => one.value === project.options[option.key]);
        return (
          <Fact key={option.key} term={pick(option.question, option.questionEn)}>
            {choice ? pick(choice.name, choice.nameEn) : String(project.options[option.key])}
          </Fact>
        );
      })}
    </dl>
  );
}
