// The web side has one direction: core -> store -> sync -> ui. Lower rooms never import higher ones.
import { defineConfig } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const frameworks = ['vue', 'vue-*', 'vue-*/**', 'pinia', 'vant', 'vant/**', 'element-plus', 'element-plus/**']

/** Forbids imports into a room, and imports by climbing, which would go round the rule. */
function room(files, forbidden, why) {
  const patterns = [
    { group: ['../*', '../**'], message: "Write '@/room/file', so that the direction of imports can be seen." },
    ...(forbidden.length ? [{ group: forbidden, message: why }] : []),
  ]
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.vite/', '**/*.d.ts'] },
  ts.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: {
      parserOptions: {
        parser: ts.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-static-inline-styles': 'error', // a strict content security policy blocks them
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off', // the types say what may be absent
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/multi-word-component-names': 'off',
    },
  },
  { files: ['**/*.test.ts'], rules: { 'max-lines': ['error', { max: 600 }], 'max-lines-per-function': 'off' } },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
  {
    ...room(
      ['src/core/**'],
      ['@/store/**', '@/sync/**', '@/ui/**', '@/i18n', '@/i18n/**', ...frameworks],
      'core is pure TypeScript: it is told what it needs.',
    ),
  },
  {
    files: ['src/core/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'fetch', 'localStorage', 'indexedDB', 'performance'].map((name) => ({
          name,
          message: 'core has no network and no page: it is handed values.',
        })),
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'core is told the time.' }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core is told the time.' },
      ],
    },
  },
  room(['src/store/**'], ['@/sync/**', '@/ui/**', ...frameworks], 'store keeps; it neither sends nor shows.'),
  room(['src/sync/**'], ['@/ui/**', ...frameworks], 'sync sends; it shows nothing.'),
  room(
    ['src/verify/**', 'verify/**'],
    ['@/core/**', '@/store/**', '@/sync/**', '@/ui/**', '@/i18n', '@/i18n/**', ...frameworks],
    'The checker shares nothing with what it checks.',
  ),
  // Branch by branch as its original, src/davy_verify, so that two readers can lay them side by side.
  { files: ['src/verify/**'], rules: { complexity: ['error', 13] } },
  room(['src/i18n/**'], ['@/ui/**', '@/sync/**', 'vant', 'vant/**', 'element-plus', 'element-plus/**'], 'Words know no screen.'),
  room(['src/ui/m/**'], ['@/ui/console/**', 'element-plus', 'element-plus/**'], 'The phone never loads the console.'),
  room(['src/ui/console/**'], ['@/ui/m/**', 'vant', 'vant/**'], 'The console never loads the phone.'),
  room(['src/ui/shared/**'], ['@/ui/m/**', '@/ui/console/**'], 'What both use knows neither.'),
)
