import { View } from '@tarojs/components'
import { templateKindWords } from '../../../../core/assessment/templates/standards'
import { routes } from '../../../../core/shared/routes'
import { Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'

/** The standards by which rounds can be opened here. */
export const Templates = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('assessment.templates', { orgId })
  return (
    <Screen wide>
      <Title>考评标准</Title>
      <View className="soft">系统自带的标准不能改；点开以后另存一份，就可以改成自己的。</View>
      <Loaded query={query} cards={3}>
        {({ items }) => (
          <View className="stack">
            {items.map(one => (
              <PersonRow
                key={one.templateId}
                name={one.name}
                note={[
                  templateKindWords[one.kind],
                  `${String(one.rules)} 条 ${String(one.points)} 分`,
                  one.orgName ?? '系统自带',
                  `第 ${String(one.version)} 版`,
                ].join(' · ')}
                onPress={() => go(routes.assessmentTemplate({ orgId, name: orgName, templateId: one.templateId }))}
              />
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
