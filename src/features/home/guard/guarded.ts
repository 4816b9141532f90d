import { useRouter } from '@tarojs/taro'
import { createElement, type FunctionComponent, useMemo } from 'react'
import { isTab } from '../../../components/TabBar'
import { decode } from '../../../platform/links'
import type { Asked, Reader } from './reader'
import { type AskedOf, type GivenTo, type PageName, readers } from './readers'

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
 * A page of the mini-program, shown only to the readers that the table names for it. `Content` is given what the guard found out
 * (who reads, for which office, the one thing the address names), and what else the address says.
 */
export const guarded = <P extends PageName>(
  page: P,
  Content: FunctionComponent<GivenTo<P> & { asked: Asked<AskedOf<P>> }>,
): FunctionComponent => {
  const Guard: Reader<GivenTo<P>, AskedOf<P>> = readers[page]
  const tab = isTab(page) ? page : undefined
  return function Page() {
    const asked = useAsked()
    return createElement(Guard, { asked, tab, children: given => createElement(Content, { ...given, asked }) })
  }
}
