import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Every page's address is made in one table. */
const routeLiterals = ['Literal[value=PATH]', 'TemplateElement[value.raw=PATH]'].map(selector => ({
  selector: selector.replace('PATH', String(/^\/?(pages|secretary|service|care|bureau)\/[a-z-]+(\/index)?(\?|$)/u)),
  message: 'Pages are named by `routes` of core/shared/routes.ts.',
}))
const noEnums = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }

/** One style for the whole house; a rule that is off says why. */
export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.local/**', 'coverage/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers read naturally inside a message.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `this: void` says that a port may be taken out of its object.
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // `onClick={() => close()}` is the plain way to write a handler.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A handler may be async because its table says so, whether or not it waits for anything.
      '@typescript-eslint/require-await': 'off',
      // Letters are counted and cut by code point, which is what keeps 䶮 and its like whole.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Tables say what they know; a default stands for all the rest.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', noEnums, ...routeLiterals],
    },
  },
  // The table itself and its test; and the stand-in for WeChat's cloud, which knows no product's pages.
  {
    files: ['core/shared/routes.ts', 'test/core/shared/routes.test.ts', 'localcloud/**/*.ts', 'test/localcloud/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnums] },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['core/shared/routes.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noEnums,
        ...routeLiterals,
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'core has no clock: take `now` as a parameter.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core has no clock: take `now` as a parameter.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'core has no chance: take ids as parameters.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/platform/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'wx', message: 'WeChat is reached through src/platform only.' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tarojs/taro',
              importNames: ['default', 'cloud'],
              message: 'Platform APIs are reached through src/platform only (hooks may be imported by name).',
            },
          ],
        },
      ],
    },
  },
)
