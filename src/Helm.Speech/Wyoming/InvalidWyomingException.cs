namespace Helm.Speech.Wyoming;

/// <summary>What came is not in the form of the Wyoming protocol; the message says in what.</summary>
public sealed class InvalidWyomingException(string message) : Exception(message);
