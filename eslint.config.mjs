import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'data/**',
      'apps/web/dist/**',
      'apps/web/src/api/schema.d.ts',
      '**/*.js',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Injected classes must stay value imports: a type import erases the metadata that Nest injects by.
      '@typescript-eslint/consistent-type-imports': 'off',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Inject Clock: tests and reminders need a clock that can be moved.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Inject Clock: tests and reminders need a clock that can be moved.',
        },
      ],
    },
  },
  {
    files: ['libs/kernel/clock.ts', 'test/**', 'apps/web/**', 'scripts/**', 'apps/cli/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['test/**', '**/*.spec.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['libs/platform/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
);
