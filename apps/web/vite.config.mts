import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { firstPaint } from './first-paint.mts';
import { offlineShell } from './offline-shell.mts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What opens without a network besides the frame of the app: loaded on demand, so it is named here. */
const PAGES_OFFLINE = [
  'routes/my-work/MyWorkPage.tsx',
  'routes/item/ItemPage.tsx',
  'routes/item/activity/ItemActivity.tsx',
  'routes/item/origin/ItemOrigin.tsx',
  'routes/item/records/RecordPanel.tsx',
  'routes/lessons/LessonsPanel.tsx',
  'routes/project/closing/ClosedBanner.tsx',
  'routes/reminder-rules/RulesPanel.tsx',
  'app/layout/MoreDrawer.tsx',
  'app/QuestionModal.tsx',
  'components/DayPicker.tsx',
  'routes/my-work/HandOut.tsx',
  'antd/es/auto-complete/index.js',
  'antd/es/drawer/index.js',
  'antd/es/input-number/index.js',
  'antd/es/input/index.js',
  'antd/es/mentions/index.js',
  'antd/es/modal/index.js',
  'antd/es/popconfirm/index.js',
  'antd/es/select/index.js',
  'routes/run-sheet/NowPage.tsx',
  'routes/check-in/CheckInPage.tsx',
  'routes/check-in/Scanner.tsx',
  'routes/check-in/deskStore.ts',
  'routes/check-in/unsent.ts',
  'i18n/late/zh-TW.json',
  'i18n/late/en.json',
  'i18n/zh-TW.json',
  'i18n/en.json',
];

export default defineConfig({
  root: here('.'),
  plugins: [firstPaint(here('src/app/first-paint.ts')), offlineShell(here('src/worker/sw.ts'), PAGES_OFFLINE)],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Counted where it matters: the browser suite weighs what a first visit loads.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // antd marks its files "use client" for servers that render React; here they would only be noise.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      output: {
        entryFileNames: 'assets/[hash].js',
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: 'assets/[hash][extname]',
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
