import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { type CourseItem, kindIcons, sayLine } from './words'

const Lines = ({ title, items }: { title: string; items: readonly CourseItem[] }) =>
  items.length === 0 ? null : (
    <Section title={title}>
      {items.map(one => (
        <LinkRow
          key={one.courseId}
          icon={one.seen ? 'done' : kindIcons[one.kind]}
          words={one.title}
          note={sayLine(one)}
          onPress={() => go(routes.course({ id: one.courseId }))}
        />
      ))}
    </Section>
  )

/** 听课看课: what was begun first, then what is new, then what was done. */
export const Courses = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('course.list', forMemberId)
  const { items, more, refusal } = usePages(query, cursor => call('course.list', { ...forMemberId, cursor }))
  const open = items.filter(one => !one.seen)
  return (
    <Screen>
      {head}
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="play" title="还没有课" hint="支部和上级放上来的课，会列在这里，点开就能听、能看。" />}
            <Lines title="接着学" items={open.filter(one => one.percent > 0)} />
            <Lines title="还没学的" items={open.filter(one => one.percent === 0)} />
            <Lines title="学完了的" items={items.filter(one => one.seen)} />
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
