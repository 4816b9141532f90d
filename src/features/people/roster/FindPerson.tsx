import { View } from '@tarojs/components'
import { useState } from 'react'
import { nameKey } from '../../../../core/people/names/names'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { SearchBox } from '../../../components/SearchBox'

/** A person that the caller looks after. */
export type Found = Given<'roster.find'>['items'][number]

interface Props {
  /** A branch or a group. */
  orgId: string
  onPick: (person: Found) => void
}

/** Finds one of those one looks after by their name; the cloud searches, so that it matters not how many they are. */
export const FindPerson = ({ orgId, onPick }: Props) => {
  const [typed, setTyped] = useState('')
  const name = nameKey(typed)
  const input = { orgId, ...(name === '' ? {} : { name }) }
  const query = useQuery('roster.find', input)
  const { items, more, refusal } = usePages(query, cursor => call('roster.find', { ...input, cursor }))
  return (
    <>
      <SearchBox label="输入名字找人" value={typed} onChange={setTyped} />
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && <View className="soft">名册里没有这个名字，看看字有没有写错。</View>}
            {items.map(person => (
              <PersonRow key={person.memberId} name={person.name} note={person.groupName} onPress={() => onPick(person)} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </>
  )
}
