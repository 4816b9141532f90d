import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Notice } from '../../../components/Notice'
import type { SignIn } from '../activities/useActs'

/** 我到了: the phone says where it is, once. */
export const PlaceSignIn = ({ signIn }: { signIn: SignIn }) => (
  <>
    {signIn.noPlace && (
      <Notice tone="warn" title="手机没有说出您在哪里" onSeen={signIn.forget}>
        <View>请在手机里打开定位，再按一次；或者扫码，或者告诉支部书记。</View>
      </Notice>
    )}
    <Button icon="place" busy={signIn.busy} onPress={signIn.byPlace}>
      我到了，用位置签到
    </Button>
  </>
)
