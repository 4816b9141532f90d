import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Section } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { HoursCard } from './HoursCard'
import { type MyTaskItem, sayTask } from './words'

const Lines = ({ title, items, done }: { title: string; items: readonly MyTaskItem[]; done: boolean }) =>
  items.length === 0 ? null : (
    <Section title={title}>
      {items.map(one => (
        <LinkRow
          key={one.taskId}
          icon={done ? 'done' : 'file'}
          words={one.title}
          note={done ? '学好了，还可以再写几句' : sayTask(one)}
          onPress={() => go(routes.studyTask({ id: one.taskId }))}
        />
      ))}
    </Section>
  )

/** 我的学习: what there is to learn, what was learnt, and the hours of the year. */
export const MyStudy = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('study.mine', forMemberId)
  return (
    <Screen>
      {head}
      <Loaded query={query} cards={2}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && <Empty icon="file" title="现在没有要学的" hint="支部请大家读书、学习的时候，会列在这里。" />}
            <Lines title="可以学的" items={items.filter(one => one.report === null)} done={false} />
            <Lines title="学好了的" items={items.filter(one => one.report !== null)} done />
          </View>
        )}
      </Loaded>
      <Section title="学点什么">
        <LinkRow icon="play" words="听课看课" note="听到哪里都记着，下次接着听" onPress={() => go(routes.courses())} />
        <LinkRow icon="book" words="党员书屋" note="支部的书，想看哪本按一下" onPress={() => go(routes.shelf())} />
        <LinkRow icon="talk" words="大家的心得" note="看看老同志们写的、说的" onPress={() => go(routes.notes())} />
      </Section>
      <HoursCard forMemberId={forMemberId} />
    </Screen>
  )
}
