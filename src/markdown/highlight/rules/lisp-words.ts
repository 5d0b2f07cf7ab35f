/** Functions and macros of Common Lisp, by what they work on. */
export const lispFunctions = [
  // Numbers
  `
  * + - / /= 1+ 1- < <= = > >= abs acos acosh ash asin asinh atan atanh boole byte byte-position byte-size ceiling cis complex
  complexp conjugate cos cosh decode-float denominator deposit-field dpb evenp exp expt fceiling ffloor float float-digits
  float-precision float-radix float-sign floatp floor fround ftruncate gcd imagpart integer-decode-float integer-length
  integerp isqrt lcm ldb ldb-test log logand logandc1 logandc2 logbitp logcount logeqv logical-pathname
  logical-pathname-translations logior lognand lognor lognot logorc1 logorc2 logtest logxor mask-field max min minusp mod
  numberp numerator oddp parse-integer phase plusp random random-state-p rational rationalize rationalp realp realpart rem
  round scale-float signum sin sinh sqrt tan tanh truncate upgraded-complex-part-type zerop
  `,
  // Lists
  `
  acons adjoin append apropos-list assoc assoc-if assoc-if-not atom butlast caaaar caaadr caaar caadar caaddr caadr caar
  cadaar cadadr cadar caddar cadddr caddr cadr car cdaaar cdaadr cdaar cdadar cdaddr cdadr cdar cddaar cddadr cddar cdddar
  cddddr cdddr cddr cdr cons consp copy-alist copy-list copy-tree eighth endp fifth first fourth get-properties getf
  intersection last ldiff list list* list-all-packages list-length listen listp make-list maplist member member-if
  member-if-not nbutlast nconc nintersection ninth nset-difference nset-exclusive-or nth nthcdr null nunion package-use-list
  package-used-by-list pairlis rassoc rassoc-if rassoc-if-not read-delimited-list nreconc rest revappend rplaca rplacd second
  set-difference set-exclusive-or seventh sixth sublis nsublis subsetp subst nsubst subst-if nsubst-if subst-if-not
  nsubst-if-not substitute nsubstitute substitute-if nsubstitute-if substitute-if-not nsubstitute-if-not symbol-plist tailp
  tenth third tree-equal union values-list
  `,
  // Sequences and arrays
  `
  adjust-array adjustable-array-p aref array-dimension array-dimensions array-displacement array-element-type
  array-has-fill-pointer-p array-in-bounds-p array-rank array-row-major-index array-total-size arrayp bit bit-and bit-andc1
  bit-andc2 bit-eqv bit-ior bit-nand bit-nor bit-not bit-orc1 bit-orc2 bit-vector-p bit-xor clrhash concatenate copy-seq count
  count-if count-if-not delete delete-duplicates delete-if delete-if-not elt every fill fill-pointer find gethash
  hash-table-count hash-table-p hash-table-rehash-size hash-table-rehash-threshold hash-table-size hash-table-test length
  make-array make-hash-table map map-into mapc mapcan mapcar mapcon maphash mapl merge mismatch notany notevery position
  position-if position-if-not reduce remhash remove remove-duplicates remove-if remove-if-not replace reverse nreverse
  row-major-aref sbit search simple-bit-vector-p simple-vector-p some sort stable-sort subseq sxhash
  upgraded-array-element-type vector vector-pop vector-push vector-push-extend vectorp
  `,
  // Characters and strings
  `
  alpha-char-p char char-code char-downcase char-equal char-greaterp char-int char-lessp char-not-equal char-not-greaterp
  char-not-lessp char-upcase char/= char< char<= char= char> char>= character characterp code-char digit-char digit-char-p
  graphic-char-p make-string peek-char schar simple-string-p standard-char-p string string-capitalize nstring-capitalize
  string-downcase nstring-downcase string-equal string-greaterp string-left-trim string-lessp string-not-equal
  string-not-greaterp string-not-lessp string-right-trim string-trim string-upcase nstring-upcase string/= string< string<=
  string= string> string>= stringp
  `,
  // Symbols, packages and classes
  `
  add-method allocate-instance apropos boundp call-next-method change-class class-name class-of compute-applicable-methods
  copy-symbol delete-package describe describe-object documentation export fboundp find-all-symbols find-class find-method
  find-package find-symbol fmakunbound gensym gentemp get get-internal-real-time get-internal-run-time import
  initialize-instance intern invalid-method-error keywordp machine-instance make-instance make-instances-obsolete
  make-load-form-saving-slots make-package make-symbol makunbound method-combination-error method-qualifiers next-method-p
  no-applicable-method no-next-method package-error-package package-name package-nicknames package-shadowing-symbols packagep
  reinitialize-instance remove-method remprop rename-package shadow shadowing-import slot-boundp slot-exists-p slot-makunbound
  slot-missing slot-unbound slot-value special-operator-p symbol-function symbol-name symbol-package symbol-value symbolp
  synonym-stream-symbol unbound-slot-instance unexport unintern unuse-package update-instance-for-different-class
  update-instance-for-redefined-class use-package
  `,
  // Files and streams
  `
  broadcast-stream-streams clear-input clear-output close compile-file compile-file-pathname concatenated-stream-streams
  copy-pprint-dispatch copy-readtable delete-file directory directory-namestring dribble echo-stream-input-stream
  echo-stream-output-stream enough-namestring file-author file-error-pathname file-length file-namestring file-position
  file-string-length file-write-date finish-output force-output format fresh-line get-output-stream-string host-namestring
  input-stream-p interactive-stream-p load load-logical-pathname-translations make-broadcast-stream make-concatenated-stream
  make-echo-stream make-pathname make-string-input-stream make-string-output-stream make-synonym-stream make-two-way-stream
  merge-pathnames namestring open open-stream-p output-stream-p parse-namestring pathname pathname-device pathname-directory
  pathname-host pathname-match-p pathname-name pathname-type pathname-version pathnamep pprint pprint-dispatch pprint-fill
  pprint-indent pprint-linear pprint-newline pprint-tab pprint-tabular prin1 prin1-to-string princ princ-to-string print
  print-object probe-file read read-byte read-char read-char-no-hang read-from-string read-line read-preserving-whitespace
  read-sequence readtable-case readtablep rename-file set-pprint-dispatch stream-element-type stream-error-stream
  stream-external-format streamp syntax: terpri translate-logical-pathname translate-pathname truename
  two-way-stream-input-stream two-way-stream-output-stream unread-char user-homedir-pathname wild-pathname-p write write-byte
  write-char write-line write-sequence write-string write-to-string y-or-n-p yes-or-no-p
  `,
  // Functions, evaluation and all else
  `
  abort alphanumericp apply arithmetic-error-operands arithmetic-error-operation both-case-p break cell-error-name cerror
  char-name coerce compile compiled-function-p compiler-macro-function complement compute-restarts constantly constantp
  continue copy-structure decode-universal-time disassemble ed encode-universal-time ensure-directories-exist
  ensure-generic-function eq eql equal equalp error eval fdefinition find-if find-if-not find-restart funcall
  function-keywords function-lambda-expression functionp get-decoded-time get-dispatch-macro-character get-macro-character
  get-setf-expansion get-universal-time identity inspect invoke-debugger invoke-restart invoke-restart-interactively
  lisp-implementation-type lisp-implementation-version long-site-name lower-case-p machine-type machine-version macro-function
  macroexpand macroexpand-1 make-condition make-dispatch-macro-character make-load-form make-random-state make-sequence
  muffle-warning name-char not proclaim provide require restart-name room set set-dispatch-macro-character set-macro-character
  set-syntax-from-char shared-initialize short-site-name signal simple-condition-format-arguments
  simple-condition-format-control sleep software-type software-version store-value subtypepsvref type-error-datum
  type-error-expected-type type-of typep upper-case-p use-value values warn
  `,
  // Macros: definitions, control, then those that open something
  `
  defclass defconstant defgeneric define-compiler-macro define-condition define-method-combination define-modify-macro
  define-setf-expander define-symbol-macro defmacro defmethod defpackage defparameter defsetf defstruct defsystem deftype
  defun defvar and assert call-method case ccase check-type cond ctypecase decf declaim destructuring-bind do do*
  do-all-symbols do-external-symbols dolist do-symbols dotimes ecase etypecase formatter handler-bind handler-case
  ignore-errors incf in-package loop loop-finish make-method multiple-value-bind multiple-value-list multiple-value-setq
  nth-value or pop pprint-exit-if-list-exhausted pprint-logical-block pprint-pop print-unreadable-object prog prog* prog1
  prog2 psetf psetq push pushnew remf restart-bind restart-case return rotatef setf shiftf step time trace typecase unless
  untrace when with-accessors with-compilation-unit with-condition-restarts with-hash-table-iterator with-input-from-string
  with-open-file with-open-stream with-output-to-string with-package-iterator with-simple-restart with-slots
  with-standard-io-syntax
  `,
].join(' ');
