import type { Language } from '../language.js';
import { blank, lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const wordCharacters = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;

/** Each word of a list with a beginning and an end. */
function each(start: string, list: string, end = ''): string {
  return list
    .split(' ')
    .map((word) => start + word + end)
    .join(' ');
}

/** Types of Julia's Core, Base and standard libraries. */
const types = oneOf(
  [
    // Numbers and text
    'Any Bool Number Real Integer Signed Unsigned Rational Irrational Int UInt BigInt BigFloat Complex',
    each('Int', '8 16 32 64 128'),
    each('UInt', '8 16 32 64 128'),
    each('Float', '16 32 64'),
    each('ComplexF', '16 32 64'),
    'Char String SubString SubstitutionString GenericString Symbol Text HTML MIME Regex RegexMatch VersionNumber RoundingMode',
    // C's
    each(
      'C',
      'char double float int intmax_t long longlong ptrdiff_t short size_t ssize_t string uchar uint uintmax_t ulong',
    ),
    'Culonglong Cushort Cvoid Cwchar_t Cwstring Ptr Ref',
    // Collections
    each(
      'Abstract',
      'Array Channel Char Dict Display Float Irrational Logger Matrix REPL RNG Range Serializer Set SparseArray',
    ),
    each('Abstract', 'SparseMatrix SparseVector String UnitRange VecOrMat Vector WorkerPool'),
    each('', 'Dense Shared Strided', 'Array'),
    each('', 'Dense Shared Strided', 'Matrix'),
    each('', 'Dense Shared Strided Sparse', 'Vector'),
    'Array Matrix Vector VecOrMat DenseVecOrMat StridedVecOrMat BitArray BitMatrix BitVector BitSet GenericArray GenericDict GenericSet',
    'SubArray PermutedDimsArray SparseMatrixCSC LinRange OrdinalRange StepRange StepRangeLen UnitRange Dims Dict IdDict WeakKeyDict Set',
    'Pair Tuple NTuple NamedTuple Colon CartesianIndex CartesianIndices LinearIndices IndexCartesian IndexLinear IndexStyle',
    // Linear algebra
    'Adjoint Transpose Bidiagonal Diagonal Tridiagonal SymTridiagonal Symmetric Hermitian Hessenberg UniformScaling',
    each('', 'Lower Upper UnitLower UnitUpper', 'Triangular'),
    'Factorization BunchKaufman Cholesky CholeskyPivoted Eigen GeneralizedEigen GeneralizedSVD GeneralizedSchur LDLt LQ LU QR',
    'QRPivoted SVD Schur',
    // The language itself
    'DataType Enum Expr Function GlobalRef LineNumberNode Method Module Missing Nothing QuoteNode Some Type TypeVar UndefInitializer',
    'Union UnionAll Val Vararg VecElement WeakRef PartialQuickSort',
    // Errors
    each(
      '',
      'Argument Assertion Bounds Divide Domain EOF Inexact Init Key Load Method OutOfMemory Overflow ReadOnlyMemory StackOverflow',
      'Error',
    ),
    each('', 'StringIndex System Type UndefKeyword UndefRef UndefVar', 'Error'),
    each('', 'ARPACK Captured Composite Error Interrupt InvalidState LAPACK Missing PosDef ProcessExited', 'Exception'),
    each('', 'RankDeficient Remote Singular TestSet', 'Exception'),
    'Exception DimensionMismatch SegmentationFault ExponentialBackOff',
    // Input, output and tasks
    'IO IOBuffer IOContext IOStream Pipe Cmd RawFD FDWatcher FileMonitor FolderMonitor PollingFileWatcher TextDisplay Serializer',
    'Base64DecodePipe Base64EncodePipe IPAddr IPv4 IPv6 TCPSocket UDPSocket Channel RemoteChannel Condition ReentrantLock Task Timer',
    'CachingPool ClusterManager WorkerConfig WorkerPool BasicREPL LineEditREPL StreamREPL',
    'ConsoleLogger LogLevel NullLogger SimpleLogger',
    // Time, chance, packages and hashes
    'Date DateFormat DatePeriod DateTime Time TimePeriod TimeType TimeZone Period UTC Year Month Week Day Hour Minute Second',
    'Millisecond Microsecond Nanosecond MersenneTwister RandomDevice UUID GitConfig GitRepo PackageMode PackageSpec UpgradeLevel',
    'HMAC_CTX SHA1_CTX',
    each('SHA', '224 256 384 512 2_224 2_256 2_384 2_512 3_224 3_256 3_384 3_512', '_CTX'),
  ].join(' '),
);

const keywords = oneOf(`
  function return module import export if else elseif end for in isa while try catch finally const local global using struct begin do quote
  macro where mutablestruct abstracttype forouter`);

const builtins = oneOf(`
  true false missing nothing undef Inf Inf16 Inf32 Inf64 NaN NaN16 NaN32 NaN64 pi π ℯ im stdin stdout stderr devnull
  ARGS C_NULL ENV ENDIAN_BOM VERSION LOAD_PATH DEPOT_PATH`);

const gap = String.raw`((?:${blank}|\\${blank})+)`;
const anyName = String.raw`[\p{L}\p{Nl}\p{S}_][${wordCharacters}\p{S}\p{Po}]*`;
const hex = '[a-fA-F0-9]';
const exponent = '[eEf][+-]?[0-9]+';
const groupedDigits = '[0-9]+(?:_[0-9]+)+';

/** A number of a base, with underscores between its digits. */
function based(letter: string, digits: string): string {
  return `0${letter}${digits}+(?:_${digits}+)*`;
}

/** Julia. A quote that closes no character is an error, also where it transposes. */
export const julia: Language = {
  modes: {
    root: [
      space,
      rule('#=', 'cm', 'comment'),
      lineComment('#', 'c'),
      rule(String.raw`[-+=*\/\\&|$~\^%!<>.?:÷≠≤≥]`, 'o'),
      rule(`(function|macro)${gap}`, ['k', 'nf'], 'functionName'),
      rule(`((?:mutable )?struct|(?:abstract|primitive) type)${gap}`, ['k', 'nc'], 'typeName'),
      rule(types + wordEnd, 'kt'),
      rule(`(?:local|global|const)${wordEnd}`, 'kd'),
      rule(keywords + wordEnd, 'k'),
      rule(builtins + wordEnd, 'nb'),
      rule('`[^\\n]*?`', 'sb'),
      rule(String.raw`'(?:\\[^\n]|\\[0-7]{1,3}|\\x${hex}{1,3}|\\u${hex}{1,4}|\\U${hex}{1,6}|[^\\'\n])'`, 'sc'),
      rule('[ILE]?"', 's', 'string'),
      rule(String.raw`@[\w.]+`, 'nd'),
      rule(String.raw`[a-zA-Z_\u00a1-\uffff][a-zA-Z_0-9\u00a1-\uffff]*!*`, 'n'),
      rule(String.raw`[[\]{}(),;]`, 'x'),
      rule(String.raw`(?:${groupedDigits}\.[0-9]*|[0-9]+\.${groupedDigits})(?:${exponent})?`, 'mf'),
      rule(String.raw`[0-9]+\.[0-9]*(?:${exponent})?|[0-9]+(?:_[0-9]+)*${exponent}`, 'mf'),
      rule(based('b', '[01]'), 'mb'),
      rule(based('o', '[0-7]'), 'mo'),
      rule(based('x', hex), 'mh'),
      rule('[0-9]+(?:_[0-9]+)*', 'mi'),
    ],
    functionName: [
      rule(anyName, 'nf', '^'),
      rule(String.raw`\([^ \t-\r\w{]{1,2}\)`, 'o', '^'),
      rule(String.raw`[^ \t-\r\w{]{1,2}`, 'o', '^'),
    ],
    typeName: [rule(anyName, 'nc', '^')],
    comment: [rule('#=', 'cm', 'comment'), rule('=#', 'cm', '^'), rule('[^=#]+|[=#]', 'cm')],
    string: [
      rule(String.raw`\\(?:[\\abfnrtv"'\n]|N\{[^\n]*?\}|u${hex}{4}|U${hex}{8}|x${hex}{2}|[0-7]{1,3})`, 'se'),
      rule('"', 's', '^'),
      rule(String.raw`\$(?:\(\w+\))?[-#0 +]*(?:[0-9]+|[*])?(?:\.(?:[0-9]+|[*]))?`, 'si'),
      rule(String.raw`[^\\"$]+|\\`, 's'),
    ],
  },
};
