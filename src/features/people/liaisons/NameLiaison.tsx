import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'

/** Letters of a name that are enough to look for it. */
const LEAST = 1

/** Names the liaison of a branch: those who are liaisons and officers already, or a person by the beginning of their name. */
export const NameLiaison = ({ branchId, name }: { branchId: string; name: string | undefined }) => {
  const [letters, setLetters] = useState('')
  const [chosen, choose] = useState<string | undefined>()
  const [named, setNamed] = useState(false)
  const asked = letters.trim()
  const query = useQuery('liaison.candidates', { branchId, ...(asked.length >= LEAST ? { name: asked } : {}) })
  const visits = useQuery('liaison.visits', { branchId, year: Number(dateOf(now()).slice(0, 4)) })
  const command = useCommand('liaison.assign')
  const press = async () => {
    if (chosen === undefined) return
    const answer = await command.run({ branchId, memberId: chosen })
    if (!answer?.ok) return
    setNamed(true)
    await visits.reload()
  }
  const present = visits.data?.liaison
  return (
    <Screen
      main={
        chosen !== undefined &&
        !named && (
          <BigButton icon="done" busyWords="正在请…" onPress={press}>
            请这位当联络员
          </BigButton>
        )
      }
    >
      <Title>{visits.data?.name ?? name ?? '支部的联络员'}</Title>
      {named && <Notice tone="good" title={`已经请${present?.name ?? ''}当联络员，消息也告诉了`} />}
      {!named && <View>{present ? `现在的联络员是${present.name}` : '现在还没有联络员'}</View>}
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      {!named && (
        <>
          <SearchBox label="按姓名找" value={letters} onChange={setLetters} />
          <Loaded query={query} cards={2}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty icon="people" title="没有找到这位同志" hint="请换一个字再找；要请的同志得先在花名册里。" />
              ) : (
                <Choice
                  label="请哪一位当联络员"
                  options={items.map(one => ({
                    value: one.memberId,
                    words: one.name,
                    hint: `${one.branchName}${one.branches > 0 ? `，已联系 ${String(one.branches)} 个支部` : ''}`,
                  }))}
                  value={chosen}
                  onChange={choose}
                />
              )
            }
          </Loaded>
        </>
      )}
      <LinkRow icon="steps" words="看今年的走访" onPress={() => go(routes.branchVisit({ branchId }))} />
    </Screen>
  )
}
