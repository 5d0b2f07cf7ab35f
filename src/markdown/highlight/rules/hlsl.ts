import type { Language } from '../language.js';
import { words } from '../rule.js';
import { cModes } from './c-family.js';

const numbers = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
const each = (names: string, ends: readonly string[]): string =>
  names
    .split(' ')
    .flatMap((name) => ends.map((end) => name + end))
    .join(' ');
const sizes = numbers(1, 4);
const shapes = sizes.flatMap((rows) => sizes.map((columns) => `${rows}x${columns}`));

const keywords = `
  struct cbuffer tbuffer class interface namespace typedef static const uniform extern volatile precise shared groupshared
  globallycoherent in out inout inline row_major column_major packoffset register export
  linear centroid nointerpolation noperspective sample point line triangle lineadj
  if else switch case default for while do break continue return discard NULL
  asm asm_fragment compile compile_fragment pixelfragment vertexfragment fxgroup pass technique technique10 technique11 sampler
  stateblock stateblock_state texture`;

const types = `
  void dword unsigned string vector matrix snorm unorm ${each('bool BOOL int half float double', [...sizes, ...shapes])}
  Buffer ByteAddressBuffer StructuredBuffer RWBuffer RWByteAddressBuffer RWStructuredBuffer RasterizerOrderedBuffer
  RasterizerOrderedByteAddressBuffer RasterizerOrderedStructuredBuffer
  ${each('Texture RWTexture RasterizerOrderedTexture', ['1D', '1DArray', '2D', '2DArray', '3D'])}
  Texture2DMS Texture2DMSArray TextureCube TextureCubeArray SamplerState SamplerComparisonState
  InputPatch OutputPatch PointStream LineStream TriangleStream BlendState DepthStencilState DepthStencilView RasterizerState
  RenderTargetView ${each('Compute Domain Geometry Hull Pixel Vertex', ['Shader'])}`;

const reserved = `
  auto char long short signed enum union template typename this private protected public friend virtual explicit mutable operator
  new delete sizeof using goto try catch throw ${each('const static dynamic reinterpret', ['_cast'])}`;

/** Functions: mathematics, derivatives, bits, textures, and what waves, groups and tessellation have. */
const functions = `
  abs sign min max clamp saturate floor ceil round trunc frac fmod modf mad fma mul rcp sqrt rsqrt pow exp exp2 log log2 log10 ldexp frexp
  sin cos tan asin acos atan atan2 sinh cosh tanh sincos degrees radians lerp step smoothstep dot cross length distance normalize
  faceforward reflect refract lit dst noise transpose determinant all any isfinite isinf isnan clip abort errorf printf
  ${each('ddx ddy', ['', '_coarse', '_fine'])} fwidth asdouble asfloat asint asuint f16tof32 f32tof16 countbits reversebits firstbithigh
  firstbitlow msad4 D3DCOLORtoUBYTE4 CompileShader CheckAccessFullyMapped AppendStructuredBuffer ConsumeStructuredBuffer
  ${each('tex1D tex2D tex3D texCUBE', ['', 'bias', 'grad', 'lod', 'proj'])}
  ${each('AllMemoryBarrier DeviceMemoryBarrier GroupMemoryBarrier', ['', 'WithGroupSync'])}
  ${each('Interlocked', ['Add', 'And', 'Or', 'Xor', 'Max', 'Min', 'Exchange', 'CompareExchange', 'CompareStore'])}
  ${each('EvaluateAttribute', ['AtCentroid', 'AtSample', 'Snapped'])} GetRenderTargetSampleCount GetRenderTargetSamplePosition
  GlobalOrderedCountIncrement ProcessIsolineTessFactors
  ${each('Process2DQuadTessFactors ProcessQuadTessFactors ProcessTriTessFactors', ['Avg', 'Max', 'Min'])}
  QuadReadLaneAt QuadSwapX QuadSwapY ${each('WaveAll', ['BitAnd', 'BitOr', 'BitXor', 'Equal', 'Max', 'Min', 'Product', 'Sum', 'True'])}
  WaveAnyTrue WaveBallot WaveGetLaneCount WaveGetLaneIndex WaveGetOrderedIndex WaveIsHelperLane WaveOnce WavePrefixProduct
  WavePrefixSum WaveReadFirstLane WaveReadLaneAt`;

const attributes = `
  allow_uav_condition branch call domain earlydepthstencil fastopt flatten forcecase instance loop maxtessfactor numthreads
  outputcontrolpoints outputtopology partitioning patchconstantfunc unroll`;

const systemValues = `
  CLIPDISTANCE CLIPDISTANCE0 CLIPDISTANCE1 CULLDISTANCE CULLDISTANCE0 CULLDISTANCE1 COVERAGE INNERCOVERAGE DEPTH DEPTHGREATEREQUAL
  DEPTHLESSEQUAL DISPATCHTHREADID GROUPID GROUPINDEX GROUPTHREADID DOMAINLOCATION GSINSTANCEID INSTANCEID PRIMITIVEID VERTEXID
  INSIDETESSFACTOR TESSFACTOR ISFRONTFACE OUTPUTCONTROLPOINTID POSITION RENDERTARGETARRAYINDEX VIEWPORTARRAYINDEX SAMPLEINDEX STENCILREF`;
const semantics = `
  ${systemValues.replace(/\S+/g, 'SV_$&')} ${each('BINORMAL COLOR NORMAL POSITION PSIZE TANGENT', ['', ...numbers(0, 4)])}
  ${each('BLENDINDICES BLENDWEIGHT DEPTH TEXCOORD TESSFACTOR', numbers(0, 4))} POSITIONT FOG VFACE VPOS`;

const wordClass = words({ k: keywords, kt: types, kr: reserved, nb: `${functions} ${attributes} ${semantics}` }, 'n');

/** HLSL. What a function's result is for stands after its arguments. */
export const hlsl: Language = {
  modes: cModes({ wordClass, caseEnd: ':', afterArguments: String.raw`(?:[\t-\r ]*:[\t-\r ]+[a-zA-Z_]\w*)?` }),
};
