/**
 * Options of every endless list. The first page has the cursor null, which is left out of the address; with undefined
 * openapi-react-query would send 0.
 */
export const paging = {
  initialPageParam: null,
  pageParamName: 'cursor',
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
};
