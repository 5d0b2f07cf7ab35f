;; MurmurHash3 (x64, 128 bits, seed 0) by Austin Appleby, who placed it in the public domain: https://github.com/aappleby/smhasher
;; Bytes 0 to 15 of the memory are for the digest, little-endian; what is to be hashed stands behind them.
;; scripts/assemble-hash.mjs makes murmur-code.ts of this.
(module
  (memory (export "memory") 17)
  (global $h1 (mut i64) (i64.const 0))
  (global $h2 (mut i64) (i64.const 0))
  (global $total (mut i64) (i64.const 0))
  (func $mixed1 (param $k i64) (result i64)
    (i64.mul (i64.rotl (i64.mul (local.get $k) (i64.const 0x87c37b91114253d5)) (i64.const 31)) (i64.const 0x4cf5ad432745937f)))
  (func $mixed2 (param $k i64) (result i64)
    (i64.mul (i64.rotl (i64.mul (local.get $k) (i64.const 0x4cf5ad432745937f)) (i64.const 33)) (i64.const 0x87c37b91114253d5)))
  (func $final (param $k i64) (result i64)
    (local.set $k (i64.mul (i64.xor (local.get $k) (i64.shr_u (local.get $k) (i64.const 33))) (i64.const 0xff51afd7ed558ccd)))
    (local.set $k (i64.mul (i64.xor (local.get $k) (i64.shr_u (local.get $k) (i64.const 33))) (i64.const 0xc4ceb9fe1a85ec53)))
    (i64.xor (local.get $k) (i64.shr_u (local.get $k) (i64.const 33))))
  ;; Adds so many bytes, from byte 16 on. All portions but the last have to be a multiple of 16 bytes long.
  (func (export "add") (param $length i32)
    (local $at i32) (local $end i32) (local $h1 i64) (local $h2 i64)
    (local.set $h1 (global.get $h1))
    (local.set $h2 (global.get $h2))
    (global.set $total (i64.add (global.get $total) (i64.extend_i32_u (local.get $length))))
    (local.set $at (i32.const 16))
    (local.set $end (i32.add (i32.const 16) (i32.and (local.get $length) (i32.const -16))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        ;; The functions above, written out: V8's first compiler takes none into another.
        (local.set $h1 (i64.xor (local.get $h1) (i64.mul (i64.rotl (i64.mul (i64.load (local.get $at)) (i64.const 0x87c37b91114253d5)) (i64.const 31)) (i64.const 0x4cf5ad432745937f))))
        (local.set $h1 (i64.add (i64.mul (i64.add (i64.rotl (local.get $h1) (i64.const 27)) (local.get $h2)) (i64.const 5)) (i64.const 0x52dce729)))
        (local.set $h2 (i64.xor (local.get $h2) (i64.mul (i64.rotl (i64.mul (i64.load offset=8 (local.get $at)) (i64.const 0x4cf5ad432745937f)) (i64.const 33)) (i64.const 0x87c37b91114253d5))))
        (local.set $h2 (i64.add (i64.mul (i64.add (i64.rotl (local.get $h2) (i64.const 31)) (local.get $h1)) (i64.const 5)) (i64.const 0x38495ab5)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    ;; what is left of the last portion, filled up with zeros
    (local.set $length (i32.and (local.get $length) (i32.const 15)))
    (if (i32.ne (local.get $length) (i32.const 0))
      (then
        (memory.fill (i32.add (local.get $end) (local.get $length)) (i32.const 0) (i32.sub (i32.const 16) (local.get $length)))
        (local.set $h1 (i64.xor (local.get $h1) (call $mixed1 (i64.load (local.get $end)))))
        (local.set $h2 (i64.xor (local.get $h2) (call $mixed2 (i64.load offset=8 (local.get $end)))))))
    (global.set $h1 (local.get $h1))
    (global.set $h2 (local.get $h2)))
  ;; Writes the digest, and begins anew.
  (func (export "finish")
    (local $h1 i64) (local $h2 i64)
    (local.set $h1 (i64.xor (global.get $h1) (global.get $total)))
    (local.set $h2 (i64.xor (global.get $h2) (global.get $total)))
    (local.set $h1 (i64.add (local.get $h1) (local.get $h2)))
    (local.set $h2 (i64.add (local.get $h2) (local.get $h1)))
    (local.set $h1 (call $final (local.get $h1)))
    (local.set $h2 (call $final (local.get $h2)))
    (local.set $h1 (i64.add (local.get $h1) (local.get $h2)))
    (local.set $h2 (i64.add (local.get $h2) (local.get $h1)))
    (i64.store (i32.const 0) (local.get $h1))
    (i64.store (i32.const 8) (local.get $h2))
    (global.set $h1 (i64.const 0))
    (global.set $h2 (i64.const 0))
    (global.set $total (i64.const 0))))
