using System.Xml;

namespace Helm.PracticeCloud.Wire;

/// <summary>Makes the writer for an answer or an error in the protocol of a service.</summary>
internal static class Answers
{
    public static AnswerWriter For(WireProtocol protocol, AwsService service, AwsOperation operation, string requestId) => protocol switch
    {
        WireProtocol.Json => new JsonAnswer($"application/x-amz-json-{service.Version}"),
        WireProtocol.RestJson => new JsonAnswer("application/json"),
        WireProtocol.Query => new XmlAnswer($"{operation.Name}Response", service.XmlNamespace, xml => Metadata(xml, requestId), $"{operation.Name}Result"),
        WireProtocol.Ec2 => new XmlAnswer($"{operation.Name}Response", service.XmlNamespace, xml => xml.WriteElementString("requestId", requestId)),
        _ => new XmlAnswer(operation.Root.Length == 0 ? "Empty" : operation.Root, service.XmlNamespace),
    };

    public static AnswerWriter Error(WireProtocol protocol, AwsErrorException error, AwsService? service, string requestId)
    {
        var answer = protocol switch
        {
            WireProtocol.Json => new JsonAnswer("application/x-amz-json-1.1"),
            WireProtocol.RestJson => new JsonAnswer("application/json"),
            WireProtocol.S3 => new XmlAnswer("Error", ""),
            WireProtocol.Ec2 => new XmlAnswer("Response", "", xml => xml.WriteElementString("RequestID", requestId), "Errors"),
            _ => (AnswerWriter)new XmlAnswer("ErrorResponse", service?.XmlNamespace ?? "", xml => xml.WriteElementString("RequestId", requestId), "Error"),
        };
        WriteError(answer, protocol, error, service, requestId);
        answer.Finish();
        return answer;
    }

    private static void WriteError(AnswerWriter answer, WireProtocol protocol, AwsErrorException error, AwsService? service, string requestId)
    {
        var fault = error.Status >= 500;
        switch (protocol)
        {
            case WireProtocol.Json:
                answer.Text("__type", service?.JsonErrors.GetValueOrDefault(error.Code) ?? error.Code);
                answer.Text("message", error.Message);
                break;
            case WireProtocol.RestJson:
                answer.Text("Type", fault ? "Service" : "User");
                answer.Text("Message", error.Message);
                break;
            case WireProtocol.Ec2:
                answer.Begin("Error");
                answer.Text("Code", error.Code);
                answer.Text("Message", error.Message);
                answer.End();
                break;
            case WireProtocol.S3:
                answer.Text("Code", error.Code);
                answer.Text("Message", error.Message);
                answer.Text("RequestId", requestId);
                break;
            default:
                answer.Text("Type", fault ? "Receiver" : "Sender");
                answer.Text("Code", error.Code);
                answer.Text("Message", error.Message);
                break;
        }
    }

    private static void Metadata(XmlWriter xml, string requestId)
    {
        xml.WriteStartElement("ResponseMetadata");
        xml.WriteElementString("RequestId", requestId);
        xml.WriteEndElement();
    }
}
