import type { Language } from '../language.js';
import { words } from '../rule.js';
import { cModes } from './c-family.js';

const each = (starts: string, names: string): string =>
  starts
    .split(' ')
    .flatMap((start) => names.split(' ').map((name) => (start === '-' ? name : start + name)))
    .join(' ');
const sizes = '2 3 4';
const matrices = each('mat dmat', `2 3 4 ${each('2 3 4', 'x2 x3 x4')}`);
const vectors = each('vec ivec bvec dvec uvec', sizes);
const samplers = `
  ${each('- i u', each('sampler', '1D 2D 3D Cube 1DArray 2DArray 2DRect Buffer 2DMS 2DMSArray CubeArray'))}
  ${each('sampler', each('1D 2D Cube 1DArray 2DArray 2DRect CubeArray', 'Shadow'))}`;

const keywords = `
  attribute uniform varying const in out inout layout centroid flat smooth noperspective patch sample invariant precision subroutine struct
  if else switch case default for while do break continue return discard`;

/** What is kept for versions to come. */
const reserved = `
  common partition active asm class union enum typedef template this packed goto inline noinline volatile public static extern external
  interface long short half fixed unsigned superp input output sampler3DRect filter sizeof cast namespace using row_major
  ${each('hvec fvec', sizes)} ${each('- i u', each('image', '1D 2D 3D Cube 1DArray 2DArray Buffer'))}
  ${each('image', '1DShadow 2DShadow 1DArrayShadow 2DArrayShadow')}`;

const limits = `
  DrawBuffers VertexAttribs VertexUniformComponents VertexUniformVectors VertexOutputComponents VertexTextureImageUnits
  FragmentUniformComponents FragmentUniformVectors FragmentInputComponents VaryingFloats VaryingComponents VaryingVectors
  TextureImageUnits CombinedTextureImageUnits TextureUnits TextureCoords ClipPlanes ClipDistances Viewports Lights
  GeometryInputComponents GeometryOutputComponents GeometryTextureImageUnits GeometryUniformComponents GeometryVaryingComponents
  ${each('TessControl', 'InputComponents OutputComponents TextureImageUnits UniformComponents TotalOutputComponents')}
  ${each('TessEvaluation', 'InputComponents OutputComponents TextureImageUnits UniformComponents')}
  TessPatchComponents TessGenLevel PatchVertices`;
const variables = `
  VertexID InstanceID PerVertex Position PointSize ClipDistance ClipVertex PrimitiveID PrimitiveIDIn InvocationID Layer ViewportIndex
  PatchVerticesIn TessLevelOuter TessLevelInner TessCoord FragCoord FrontFacing PointCoord SampleID SamplePosition SampleMask
  FragColor FragData FragDepth FrontColor BackColor FrontSecondaryColor BackSecondaryColor Color SecondaryColor Normal TexCoord
  FogFragCoord FogCoord Fog FogParameters DepthRange DepthRangeParameters NormalScale NormalMatrix ClipPlane Point PointParameters
  ${each('MultiTexCord', '0 1 2 3 4 5 6 7')} TextureEnvColor
  ${each('ModelView Projection ModelViewProjection Texture', each('Matrix', '- Inverse Transpose InverseTranspose').replace('Matrix-', 'Matrix'))}
  FrontMaterial BackMaterial MaterialParameters LightSource LightSourceParameters
  LightModel LightModelParameters LightModelProducts LightProducts ${each('Front Back', 'LightModelProduct LightProduct')}
  ${each('Eye Object', each('Plane', 'S T R Q'))}`;

const wordClass = words(
  {
    k: keywords,
    kt: `void bool int uint float double true false lowp mediump highp ${matrices} ${vectors} ${samplers}`,
    kr: reserved,
    nb: `${limits.replace(/\S+/g, 'gl_Max$&')} ${variables.replace(/\S+/g, 'gl_$&')}`,
  },
  'n',
);

/** GLSL. */
export const glsl: Language = { modes: cModes({ wordClass, caseEnd: ':' }) };
