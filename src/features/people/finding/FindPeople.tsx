import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { keyTyped } from '../../../../core/people/finding/keys'
import { standingWords } from '../../../../core/people/roster/words'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { call, type Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { fields, text } from '../../../platform/shape'
import { useWide } from '../../../platform/wide'
import { FoundPerson } from './FoundPerson'

type Found = Given<'person.find'>['items'][number]

/** So long nothing was typed before the cloud is asked, ms. */
const PAUSE = 350

/** What was typed, once the typing pauses; what was there at first at once. */
const usePaused = (typed: string): string => {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return paused
}

/** What tells people of one name apart comes first: what does not fit is cut off on the right. */
const noteOf = ({ branchName, groupName, maskedPhone }: Found): string => [maskedPhone, branchName, groupName].filter(Boolean).join(' ')
const nameOf = ({ name, age, standing }: Found): string =>
  [name, standing && standing !== 'retired' ? standingWords[standing] : '', age === undefined ? '' : `${String(age)} 岁`]
    .filter(Boolean)
    .join(' ')

const hint = '名字里的字、拼音、拼音的头几个字母（张国强打 zgq）、电话的最后四位，都能找。'

interface ResultsProps {
  orgId: string
  words: string
  chosen: string | undefined
  onChoose: (person: Found) => void
}

const Results = ({ orgId, words, chosen, onChoose }: ResultsProps) => {
  const input = { orgId, words }
  const query = useQuery('person.find', input)
  const { items, more, refusal } = usePages(query, cursor => call('person.find', { ...input, cursor }))
  return (
    <Loaded query={query} cards={2}>
      {() => (
        <View className="stack">
          {items.length === 0 && <Empty icon="search" title={`没有找到“${words}”`} hint={`看看有没有打错。${hint}`} />}
          {items.map(one => (
            <ShortRow
              key={one.memberId}
              name={nameOf(one)}
              note={noteOf(one)}
              {...(one.memberId === chosen ? { state: { icon: 'check' as const, tone: 'ink' as const, words: '正在看' } } : {})}
              onPress={() => onChoose(one)}
            />
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看 20 位</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** Anybody of a street or a district, found while typing; what there is of them beside it, or on a page of its own where there is no room. */
export const FindPeople = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const { draft, change } = useDraft(`find/${orgId}`, fields({ words: text }), { words: '' })
  const [chosen, choose] = useState<string | undefined>()
  const wide = useWide()
  const words = usePaused(draft.words.trim())
  const typed = keyTyped(words)
  const results = (
    <>
      <View>
        <Title>找人</Title>
        <View className="soft">{orgName}</View>
      </View>
      <SearchBox stays label="姓名、拼音、电话尾号" value={draft.words} onChange={next => change({ words: next })} />
      {typed ? (
        <Results
          key={words}
          orgId={orgId}
          words={words}
          chosen={wide ? chosen : undefined}
          onChoose={({ memberId }) => (wide ? choose(memberId) : go(routes.found({ memberId })))}
        />
      ) : (
        <Empty icon="search" title={words === '' ? '打几个字，就出来' : '电话请打最后四位'} hint={hint} />
      )}
    </>
  )
  if (!wide) return <Screen>{results}</Screen>
  return (
    <Screen wide>
      <Panes side={results}>
        {chosen === undefined ? (
          <Empty icon="people" title="这里看一位同志的情况" hint="在左边点一个名字：在哪个支部、谁联系、走访和求助，都在这里。" />
        ) : (
          <FoundPerson key={chosen} memberId={chosen} />
        )}
      </Panes>
    </Screen>
  )
}
