type Role = 'button' | 'link' | 'img' | 'heading' | 'alert' | 'status' | 'radio' | 'radiogroup' | 'checkbox' | 'switch' | 'group' | 'tab' | 'tablist' | 'progressbar' | 'list' | 'listitem' // prettier-ignore

interface Said {
  /** In place of the words inside; without it they are read in their order. */
  label?: string | undefined
  checked?: boolean | undefined
  /** Of a tab: the one whose page is shown. */
  selected?: boolean | undefined
  disabled?: boolean | undefined
  /** Of a heading, below the page's own name, which is 1. */
  level?: 2 | 3 | undefined
  /** Of a progressbar: how many of a hundred. */
  percent?: number | undefined
}

const onDesk = process.env.TARO_ENV === 'h5'
const ROLE = onDesk ? 'role' : 'aria-role'
/** What keys can reach on the desk (platform/keys.ts); in WeChat there are none. */
const pressable: readonly Role[] = ['button', 'link', 'radio', 'checkbox', 'switch', 'tab']

/** What a screen reader is told of an element; WeChat calls the role by another name. */
export const spoken = (role: Role, { label, checked, selected, disabled, level, percent }: Said = {}): Record<string, string> => ({
  [ROLE]: role,
  ...(onDesk && pressable.includes(role) ? { tabindex: '0' } : {}),
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
  ...(selected === undefined ? {} : { 'aria-selected': String(selected) }),
  ...(disabled === undefined ? {} : { 'aria-disabled': String(disabled) }),
  ...(level === undefined ? {} : { 'aria-level': String(level) }),
  ...(percent === undefined ? {} : { 'aria-valuenow': String(percent), 'aria-valuemin': '0', 'aria-valuemax': '100' }),
})

/** A picture's words. The browser's own picture inside the element has none besides. */
export const pictured = (label: string) => ({ ...spoken('img', { label }), ...(onDesk ? { nativeProps: { alt: '' } } : {}) })

/** The parts of a page that a browser's screen reader leaps between; WeChat draws the page's frame itself. */
export const landmark = (role: 'banner' | 'main' | 'navigation' | 'region', label?: string): Record<string, string> =>
  onDesk ? { role, ...(label === undefined ? {} : { 'aria-label': label }) } : {}
