export interface Refused {
  readonly from: number;
  readonly count: number;
  readonly code: string;
}
export declare function refuseChanges(
  root: string,
  refused: Refused,
): { readonly told: { readonly changes: number; readonly refused: number }; end(): void };
