/** What Clojure's core and its old libraries define and Rouge knows, by what they are for; some are of no Clojure any more. */
export const clojureBuiltins = `
  + - * / < <= = == > >= not= . .. -> and or not
  min max inc dec rem rand rand-int zero? pos? neg? count
  bit-and bit-or bit-xor bit-not bit-shift-left bit-shift-right
  boolean byte char double float int long short cast class instance? identity identical? complement constantly comp comparator
  if-let when when-first when-let when-not loop doseq dotimes doto comment binding locking sync dosync time test assert
  eval apply partial memfn proxy proxy-mappings construct-proxy get-proxy-class update-proxy macroexpand macroexpand-1 gensym
  agent agent-errors clear-agent-errors send send-off await await-for ref ref-set deref commute ensure alter accessor
  aget alength aset aset-boolean aset-byte aset-char aset-double aset-float aset-int aset-long aset-short into-array make-array
  to-array to-array-2d
  seq seq? first ffirst frest rfirst rrest rest second last butlast nth nthrest next take take-nth take-while drop drop-while
  cons lazy-cons lazy-cat concat conj cycle repeat replicate iterate range line-seq file-seq tree-seq fnseq rseq resultset-seq
  reverse sort sort-by filter map mapcat reduce some every? not-any? not-every? true? false? nil? distinct interleave into doall dorun
  split-at split-with peek pop list list* array-map hash-map sorted-map sorted-map-by hash-set sorted-set set vector vector? vector-zip
  map? contains? get assoc dissoc disj find key keys val vals select select-keys merge merge-with zipmap replace subvec
  max-key min-key struct create-struct struct-map with-meta meta
  difference intersection union join project rename rename-keys map-invert index
  str string? subs name namespace symbol symbol? keyword keyword? special-symbol? quot
  re-find re-groups re-matcher re-matches re-pattern re-seq
  pr pr-str prn prn-str print print-str println println-str newline flush read read-line load load-file slurp with-open with-out-str
  bean parse doc find-doc inspect-table inspect-tree
  all-ns create-ns find-ns in-ns remove-ns ns-imports ns-interns ns-map ns-name ns-publics ns-refers ns-resolve ns-unmap
  import refer resolve find-var var? var-get var-set with-local-vars remove-method remove new
  append-child branch? children down edit end? insert-child insert-left insert-right left lefts make-node node path right rights
  root up seq-zip xml-seq xml-zip`;
