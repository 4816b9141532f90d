import { View } from '@tarojs/components'
import { brandWords } from '../../../../core/assessment/brands/rules'
import { Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { useQuery } from '../../../platform/query'
import { Before, Told } from './Told'

/** One brand or project, as those of other branches read it. */
export const BrandPage = ({ brandId }: { brandId: string }) => {
  const query = useQuery('brand.read', { brandId })
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {shown => (
          <View className="stack">
            <Title>{`支部${brandWords[shown.kind]}`}</Title>
            <Told shown={shown} />
            <Before past={shown.past} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
