/** On the desk, what a finger presses is pressed by Enter too; in WeChat there are no keys. */
export const hearKeys = () => {
  if (process.env.TARO_ENV !== 'h5') return
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && target instanceof HTMLElement && target.tabIndex === 0 && target.hasAttribute('role')) target.click()
  })
}
