import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../../core/shared/spans'
import { Button, IconButton } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

interface Props {
  memberId: string
  name: string
}
interface PartProps {
  memberId: string
  onDone: (said: string) => void
}

/** What an act at the door leads to: what is said of it, and the list as it stands then. */
const useAfter =
  (onDone: (said: string) => void, reload: () => Promise<unknown>) => async (answer: { ok: boolean } | undefined, said: string) => {
    if (answer?.ok) onDone(said)
    await reload()
  }

const Books = ({ memberId, onDone }: PartProps) => {
  const [typed, setTyped] = useState('')
  const find = typed.trim()
  const input = { memberId, ...(find === '' ? {} : { find }) }
  const query = useQuery('book.of', input)
  const { items, more, refusal } = usePages(query, cursor => call('book.of', { ...input, cursor }))
  const [fetch, bring] = [useCommand('book.fetch'), useCommand('book.bring')]
  const after = useAfter(onDone, query.reload)
  return (
    <Loaded query={query} cards={2}>
      {({ loans }) => (
        <View className="stack">
          {fetch.refusal && <Failure refusal={fetch.refusal} onSeen={fetch.forget} />}
          {bring.refusal && <Failure refusal={bring.refusal} onSeen={bring.forget} />}
          {loans.length > 0 && (
            <Section title="取回书屋的书">
              {loans.map(({ loanId, title, dueOn, late }) => (
                <PersonRow
                  key={loanId}
                  name={`《${title}》`}
                  note={late ? `${sayDay(dueOn)}到期了` : `${sayDay(dueOn)}前还`}
                  action={
                    <IconButton
                      icon="back"
                      label={`取回：《${title}》`}
                      words="取回"
                      onPress={async () => after(await fetch.run({ memberId, loanId }), `取回了《${title}》`)}
                    />
                  }
                />
              ))}
            </Section>
          )}
          <Section title="带一本书去">
            <SearchBox label="找一本书" value={typed} onChange={setTyped} />
            {items.map(({ bookId, title, author, free, wanted }) => (
              <PersonRow
                key={bookId}
                name={`《${title}》`}
                note={[
                  ...(wanted ? ['说过想看'] : []),
                  ...(author === '' ? [] : [author]),
                  free === 0 ? '都借出去了' : `在架 ${String(free)} 本`,
                ].join(' · ')}
                {...(free === 0
                  ? {}
                  : {
                      action: (
                        <IconButton
                          icon="hand"
                          label={`带去：《${title}》`}
                          words="带去"
                          onPress={async () => after(await bring.run({ memberId, bookId }), `记下了，《${title}》带去了`)}
                        />
                      ),
                    })}
              />
            ))}
            {items.length === 0 && <View className="soft">书架上没有。</View>}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </Section>
        </View>
      )}
    </Loaded>
  )
}

const Materials = ({ memberId, onDone }: PartProps) => {
  const query = useQuery('material.of', { memberId })
  const tick = useCommand('material.tick')
  const after = useAfter(onDone, query.reload)
  const open = query.data?.items.filter(one => one.gotOn === undefined) ?? []
  if (open.length === 0) return null
  return (
    <Section title="带去的材料">
      {tick.refusal && <Failure refusal={tick.refusal} onSeen={tick.forget} />}
      {open.map(({ materialId, title, count, on }) => (
        <PersonRow
          key={materialId}
          name={title}
          note={`${sayDay(on)}发的，${String(count)} 份`}
          action={
            <IconButton
              icon="check"
              label={`收到：${title}`}
              words="收到"
              onPress={async () => after(await tick.run({ memberId, materialId, got: true }), `${title}，本人收到了`)}
            />
          }
        />
      ))}
    </Section>
  )
}

const Learning = ({ memberId, onDone }: PartProps) => {
  const query = useQuery('study.of', { memberId })
  const [report, brought] = [useCommand('study.reportFor'), useCommand('course.brought')]
  const after = useAfter(onDone, query.reload)
  const { tasks = [], courses = [] } = query.data ?? {}
  if (tasks.length + courses.length === 0) return null
  return (
    <Section title="一起学的">
      {report.refusal && <Failure refusal={report.refusal} onSeen={report.forget} />}
      {brought.refusal && <Failure refusal={brought.refusal} onSeen={brought.forget} />}
      {tasks.map(({ taskId, title, dueOn }) => (
        <PersonRow
          key={taskId}
          name={title}
          note={`${sayDay(dueOn)}前`}
          action={
            <IconButton
              icon="done"
              label={`学了：${title}`}
              words="学了"
              onPress={async () => after(await report.run({ memberId, taskId }), `记下了，一起学了${title}`)}
            />
          }
        />
      ))}
      {courses.map(({ courseId, title, hours }) => (
        <PersonRow
          key={courseId}
          name={title}
          note={`${String(hours)} 学时的课`}
          action={
            <IconButton
              icon="done"
              label={`学了：${title}`}
              words="学了"
              onPress={async () => after(await brought.run({ memberId, courseId }), `记下了，一起学了${title}`)}
            />
          }
        />
      ))}
    </Section>
  )
}

/** 送学上门: what a visitor takes along to a member, fetches from them, and learns with them; each by one press at the door. */
export const Bring = ({ memberId, name }: Props) => {
  const [done, setDone] = useState<string | undefined>()
  const part = { memberId, onDone: setDone }
  return (
    <Screen>
      <Title>{name === '' ? '送学上门' : `给${name}同志送学上门`}</Title>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      <Materials {...part} />
      <Learning {...part} />
      <Books {...part} />
    </Screen>
  )
}
