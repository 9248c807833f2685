using System.Runtime.InteropServices;

namespace Helm.Speech.Native;

/// <summary>What native libraries have freed, and the C library keeps for them.</summary>
internal static unsafe class NativeHeap
{
    /// <summary>Gives it back to the system where the C library can: to load a decoder takes far more than it needs later.</summary>
    public static void GiveBack()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim))
        {
            _ = ((delegate* unmanaged[Cdecl]<nuint, int>)trim)(0);
        }
    }
}
