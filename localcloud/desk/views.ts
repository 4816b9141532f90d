import codeIcon from 'lucide-static/icons/code-xml.svg'
import databaseIcon from 'lucide-static/icons/database.svg'
import overviewIcon from 'lucide-static/icons/cloud.svg'
import smartphone from 'lucide-static/icons/smartphone.svg'
import { createDataView } from './data-view'
import { button, byId } from './dom'
import type { Overview } from './overview'

/** What of the address opens the desk with what developers look at. */
const DEVELOPER = 'developer'

/**
 * The views: the phones with what happens around them, and for developers the data and the cloud as a whole, which `#data` and `#overview` open.
 * The button 开发者 shows these, with the calls and the raw messages beside the phones; the address keeps it.
 */
export function chooseView(overview: Overview): void {
  const data = createDataView(byId('data'))
  const views = [
    { name: 'desk', label: '手机', picture: smartphone, refresh: () => Promise.resolve() },
    { name: 'data', label: '数据', picture: databaseIcon, refresh: data.refresh },
    { name: 'overview', label: '概况', picture: overviewIcon, refresh: overview.refresh },
  ].map(view => ({ ...view, button: button(view.label, () => show(view.name), { icon: view.picture }) }))

  const show = (chosen: string) => {
    for (const view of views) {
      byId(view.name).hidden = view.name !== chosen
      view.button.setAttribute('aria-pressed', String(view.name === chosen))
      if (view.name === chosen) void view.refresh()
    }
    byId('desk-acts').hidden = chosen !== 'desk'
    history.replaceState(null, '', location.pathname + location.search + (chosen === 'desk' ? '' : `#${chosen}`))
  }

  const developer = button('开发者', () => setDeveloper(developer.getAttribute('aria-pressed') !== 'true'), {
    icon: codeIcon,
    title: '调用、数据、云的概况、通知的原样',
  })
  const setDeveloper = (on: boolean) => {
    developer.setAttribute('aria-pressed', String(on))
    byId('desk').classList.toggle('developer', on)
    byId('calls').hidden = !on
    for (const view of views) view.button.hidden = !on
    const url = new URL(location.href)
    if (on) url.searchParams.set(DEVELOPER, '1')
    else url.searchParams.delete(DEVELOPER)
    history.replaceState(null, '', url)
    if (!on) show('desk')
  }

  byId('views').append(...views.map(view => view.button), developer)
  const asked = location.hash.slice(1)
  const known = views.some(view => view.name === asked)
  setDeveloper(known || new URLSearchParams(location.search).has(DEVELOPER))
  show(known ? asked : 'desk')
}
