type Role = 'button' | 'link' | 'img' | 'heading' | 'alert' | 'status' | 'radio' | 'radiogroup' | 'checkbox' | 'switch' | 'group' | 'tab' | 'tablist' | 'progressbar' | 'list' | 'listitem' // prettier-ignore

interface Said {
  label?: string | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
}

/** What a screen reader is told of an element; WeChat calls the role by another name. */
export const spoken = (role: Role, { label, checked, disabled }: Said = {}): Record<string, string> => ({
  [process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role']: role,
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
  ...(disabled === undefined ? {} : { 'aria-disabled': String(disabled) }),
})
