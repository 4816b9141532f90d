import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Choice } from '../../../components/Choice'
import { Screen } from '../../../components/Screen'
import type { Tab } from '../../../components/TabBar'

interface Named {
  orgId: string
  orgName: string
}

interface Props<T extends Named> {
  /** At least one; each organization once. */
  offices: readonly T[]
  label?: string
  /** Under the choice. */
  note?: string
  /** On a page that is a tab; what stands above the choice there. */
  tab?: Tab
  head?: ReactNode
  /** Which was chosen before; asked again where it is none of them. */
  first?: string | undefined
  /** Hears of each choice, and of its being taken back. */
  onChosen?: (orgId: string | undefined) => void
  /** `change` asks again; absent where there is only one. */
  children: (office: T, change: (() => void) | undefined) => ReactNode
}

/** For which of several organizations: asked once of an officer with more than one office, never where there is only one. */
export const ChooseOffice = <T extends Named>({
  offices,
  label = '先看哪一个的？',
  note,
  tab,
  head,
  first,
  onChosen,
  children,
}: Props<T>) => {
  const [chosen, setChosen] = useState(first)
  const choose = (orgId: string | undefined) => {
    onChosen?.(orgId)
    setChosen(orgId)
  }
  const office = offices.length === 1 ? offices[0] : offices.find(one => one.orgId === chosen)
  if (office) return <>{children(office, offices.length > 1 ? () => choose(undefined) : undefined)}</>
  return (
    <Screen {...(tab ? { tab } : {})}>
      {head}
      <Choice label={label} options={offices.map(one => ({ value: one.orgId, words: one.orgName }))} value={undefined} onChange={choose} />
      {note && <View className="soft">{note}</View>}
    </Screen>
  )
}
