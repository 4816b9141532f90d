import { useQuery } from '../../../platform/query'

/** The home address of the roster, also without network once this phone has read it; `null` asks for none. Undefined while it is not known. */
export const useHome = (forMemberId: { forMemberId?: string } | null): string | undefined => {
  const data = useQuery('me.data', forMemberId).data
  return data && (data.held.find(({ field }) => field === 'residence')?.value ?? '')
}
