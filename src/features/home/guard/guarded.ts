import { useRouter } from '@tarojs/taro'
import { createElement, type FunctionComponent, useMemo } from 'react'
import type { AskedBy, routes } from '../../../../core/shared/routes'
import { isTab } from '../../../components/TabBar'
import { decode } from '../../../platform/links'
import type { Asked, Reader } from './reader'

type PageName = keyof typeof routes
/** What an address of this page may name. */
type AskedOf<P extends PageName> = AskedBy<(typeof routes)[P]>

/** Who may read each page of one room; what a page is given by its guard is `Givens[P]`. */
export type Readers<Givens> = { readonly [P in keyof Givens & PageName]: Reader<Givens[P] & object, AskedOf<P>> }

/** Makes a page of the mini-program of what it shows, by its name. */
export type Guarded<Givens> = <P extends keyof Givens & PageName>(
  page: P,
  Content: FunctionComponent<Givens[P] & object & { asked: Asked<AskedOf<P>> }>,
) => FunctionComponent

/** What an address said, decoded: WeChat hands its parameters over as they are written there. */
const useAsked = (): Asked<string> => {
  const { params } = useRouter()
  return useMemo(
    () => name => {
      const said = params[name]
      return said ? decode(said) : undefined
    },
    [params],
  )
}

/**
 * A room's pages, shown only to the readers that its table names: none can be made without its line there. `Content` is given what
 * the guard found out (who reads, for which office, the one thing the address names), and what else the address says. The cloud
 * judges every operation all the same; this decides what a person is shown.
 */
export const guardedBy =
  <Givens extends object>(readers: Readers<Givens>): Guarded<Givens> =>
  (page, Content) => {
    const Guard = readers[page]
    const tab = isTab(page) ? page : undefined
    return function Page() {
      const asked = useAsked()
      return createElement(Guard, { asked, tab, children: given => createElement(Content, { ...given, asked }) })
    }
  }
