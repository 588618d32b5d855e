export { foldedField, type Values } from './letter-fields.rules';
export { type LetterFields, type LetterPackage, MOST_TEMPLATE_BYTES } from './letter-package';
export { LETTER_KINDS, type LetterKind, LetterTemplate } from './letter-template.entity';
export { LetterTemplatesQueries, type LetterTemplateView, templatesOfKind } from './letter-templates.queries';
export { LetterTemplatesService, MOST_TEMPLATES } from './letter-templates.service';
export { LettersModule } from './letters.module';
export { fieldProblems, mergeLetters, MOST_LETTERS } from './merge-letters';
