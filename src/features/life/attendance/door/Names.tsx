import { View } from '@tarojs/components'
import { useState } from 'react'
import { Section } from '../../../../components/Card'
import { Many } from '../../../../components/Many'
import { SearchBox } from '../../../../components/SearchBox'
import type { MarkQueue } from '../markQueue'
import { MarkRow } from './MarkRow'
import { type DoorRow, findRows } from './rows'

interface Props {
  rows: readonly DoorRow[]
  mark: MarkQueue['mark']
  onFull: () => void
}

/** A search box to tick a name; without a search, the names of those who have not come yet. */
export const Names = ({ rows, mark, onFull }: Props) => {
  const [typed, setTyped] = useState('')
  if (rows.length === 0) return null
  const searching = typed.trim() !== ''
  const away = rows.filter(row => row.state === 'unmarked')
  // Where one signs up, those who did; where none has, the whole branch may still be ticked.
  const expected = away.filter(row => row.expected)
  const awaited = expected.length > 0
  const found = searching ? findRows(rows, typed) : awaited ? expected : away
  return (
    <Section title={searching ? `找到 ${found.length} 人` : `${awaited ? '还没到的' : '可以点名的'} ${found.length} 人`}>
      <SearchBox label="输入名字，点到、请假" value={typed} onChange={setTyped} />
      {searching && found.length === 0 && <View className="soft">名单里没有这个名字，看看字有没有写错。</View>}
      <Many items={found} keyOf={row => row.memberId} step={10}>
        {row => <MarkRow row={row} mark={mark} onFull={onFull} />}
      </Many>
    </Section>
  )
}
